package dev.scripta.adapters.http.export;

import java.util.Objects;

/**
 * One piece of a document, whatever that is written in.
 *
 * @param kind what it is
 * @param depth of a heading its level, from 1; else how many others it lies within, at most {@link #DEEPEST}
 * @param label of a field its name; else empty
 * @param text what it says; several lines are possible, except in a heading
 */
record Block(Kind kind, int depth, String label, String text) {

    /** Further in, a page has no room: what lies deeper is shown as if it lay here. */
    static final int DEEPEST = 12;

    /** What a block is. */
    enum Kind { HEADING, PROSE, FIELD, ITEM }

    Block {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(text, "text");
        depth = Math.min(depth, DEEPEST);
    }

    static Block heading(int level, String text) {
        return new Block(Kind.HEADING, level, "", text);
    }

    static Block prose(String text) {
        return new Block(Kind.PROSE, 0, "", text);
    }

    static Block field(int depth, String label, String text) {
        return new Block(Kind.FIELD, depth, label, text);
    }

    static Block item(int depth, String text) {
        return new Block(Kind.ITEM, depth, "", text);
    }

    /** Prints no text: it may be what somebody said. */
    @Override
    public String toString() {
        return "Block[" + kind + " " + depth + "]";
    }
}
