package dev.scripta.core.model;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What an engine takes, declared so that nothing is sent, and nothing paid for, that it would refuse.
 *
 * @param bytes the largest audio, where there is a bound
 * @param duration the longest audio, where there is a bound
 * @param formats names of the audio formats it reads, in lower case ({@code wav}, {@code webm}, {@code ogg}, {@code mp4},
 *            {@code mp3}, {@code flac}, {@code aac})
 * @param languages BCP 47 tags of the languages it knows; empty when there is no such list
 * @param timestamps whether its words come with times
 */
public record EngineLimits(OptionalLong bytes, Optional<Duration> duration, Set<String> formats, Set<String> languages,
        boolean timestamps) {

    /** Every format that Scripta knows. */
    public static final Set<String> ALL_FORMATS = Set.of("wav", "webm", "ogg", "mp4", "mp3", "flac", "aac");

    /** Of an engine that declares nothing. */
    public static final EngineLimits NONE =
            new EngineLimits(OptionalLong.empty(), Optional.empty(), ALL_FORMATS, Set.of(), false);

    /** Checks the bounds. */
    public EngineLimits {
        formats = Set.copyOf(formats);
        languages = Set.copyOf(languages);
        if (bytes.orElse(1) < 1 || duration.filter(time -> time.compareTo(Duration.ZERO) <= 0).isPresent()) {
            throw new IllegalArgumentException("an engine takes some audio");
        }
        if (formats.isEmpty()) {
            throw new IllegalArgumentException("an engine reads some format");
        }
    }
}
