package dev.scripta.core.model;

import java.util.Objects;

/**
 * What was made of a transcript: a JSON object. Its shape comes from the analysis template in force; the core only
 * knows that it is an object.
 *
 * @param json the object; member order and number form are kept as given
 */
public record Analysis(JsonObject json) {

    /** The analysis of a recording without speech: nothing is invented for it. */
    public static final Analysis NONE = new Analysis(JsonObject.EMPTY);

    /** How deep an analysis may nest: far beyond any template, and safe for every parser on the way. */
    public static final int MAX_DEPTH = 200;

    /** Checks presence and depth. */
    public Analysis {
        Objects.requireNonNull(json, "json");
        if (json.depth() > MAX_DEPTH) {
            throw new IllegalArgumentException("analysis must not nest deeper than " + MAX_DEPTH);
        }
    }

    /** Prints the size only: patient data stays out of logs. */
    @Override
    public String toString() {
        return "Analysis[" + json.members().size() + " members]";
    }
}
