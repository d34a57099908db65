package dev.scripta.adapters.http.export;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A document before it is written.
 *
 * @param title one line
 * @param language BCP 47 tag of most of its text, where it is known
 * @param date when what it tells was made
 * @param blocks what it says, in order, without the title
 */
record Paper(String title, Optional<String> language, OffsetDateTime date, List<Block> blocks) {

    Paper {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(date, "date");
        blocks = List.copyOf(blocks);
    }

    /** Prints no text: it may be what somebody said. */
    @Override
    public String toString() {
        return "Paper[" + blocks.size() + " blocks]";
    }
}
