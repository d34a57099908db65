package dev.scripta.core.tck.server;

import dev.scripta.core.model.Transcript;
import java.time.Duration;
import java.util.Objects;

/**
 * What a server is to have heard in a file.
 *
 * @param transcript its text, language, segments and their words
 * @param played how long the file played
 */
public record Heard(Transcript transcript, Duration played) {

    /** Checks presence. */
    public Heard {
        Objects.requireNonNull(transcript, "transcript");
        Objects.requireNonNull(played, "played");
    }
}
