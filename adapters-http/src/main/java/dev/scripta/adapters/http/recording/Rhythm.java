package dev.scripta.adapters.http.recording;

import java.time.Duration;
import java.util.Objects;

/**
 * How often what happens while a recording is followed.
 *
 * @param gap the least time between two events within one stage
 * @param look how often to look for what other instances do
 * @param laterLook the same, when the recording was followed for {@code later}
 * @param later how long most recordings take at most
 * @param comment how long to say nothing: proxies and clients give up silent connections
 * @param check how often to see whether the caller may still follow
 */
public record Rhythm(Duration gap, Duration look, Duration laterLook, Duration later, Duration comment,
        Duration check) {

    /** For people who look at a page. */
    public static final Rhythm DEFAULT = new Rhythm(Duration.ofMillis(200), Duration.ofSeconds(1),
            Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofSeconds(15), Duration.ofMinutes(1));

    /** Checks presence. */
    public Rhythm {
        Objects.requireNonNull(gap, "gap");
        Objects.requireNonNull(look, "look");
        Objects.requireNonNull(laterLook, "laterLook");
        Objects.requireNonNull(later, "later");
        Objects.requireNonNull(comment, "comment");
        Objects.requireNonNull(check, "check");
    }
}
