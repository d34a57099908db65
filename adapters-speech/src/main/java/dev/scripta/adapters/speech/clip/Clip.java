package dev.scripta.adapters.speech.clip;

import dev.scripta.adapters.speech.audio.AudioFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * A stretch of audio in a private file, which stays as it is while it is recognised.
 *
 * @param file holds exactly this clip
 * @param format what the file's bytes are, whatever its name says
 * @param duration how long it plays, measured and not taken from a header
 */
public record Clip(Path file, AudioFormat format, Duration duration) {

    /** Checks presence. */
    public Clip {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(format, "format");
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("a clip plays for some time");
        }
    }
}
