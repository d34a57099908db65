package dev.scripta.adapters.speech.audio;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * How audio is decoded.
 *
 * @param ffmpeg the ffmpeg program to use; empty for the bundled build
 * @param workFolder where recordings lie in private folders while they are decoded and recognised: a gigabyte free is
 *            wise
 * @param cacheFolder where the bundled build keeps its unpacked libraries (about 60 MB) from one start to the next;
 *            nobody else may write there
 * @param maxDuration the longest recording that is accepted
 * @param timeLimit how long decoding one recording may take
 * @param concurrency how many decoders may run at once
 */
public record AudioDecoderSettings(Optional<Path> ffmpeg, Path workFolder, Path cacheFolder, Duration maxDuration,
        Duration timeLimit, int concurrency) {

    private static final Duration DEFAULT_MAX_DURATION = Duration.ofHours(4);
    private static final Duration DEFAULT_TIME_LIMIT = Duration.ofMinutes(10);
    private static final int DEFAULT_CONCURRENCY = 2;

    /** Checks presence and bounds. */
    public AudioDecoderSettings {
        // Child processes run in another folder.
        ffmpeg = ffmpeg.map(Path::toAbsolutePath);
        workFolder = workFolder.toAbsolutePath();
        cacheFolder = cacheFolder.toAbsolutePath();
        if (maxDuration.compareTo(Duration.ofSeconds(1)) < 0 || timeLimit.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("maxDuration and timeLimit must be a second or more");
        }
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency must be 1 or more");
        }
    }

    /** The bundled build, recordings up to four hours, two decoders at once; both folders below the given one. */
    public static AudioDecoderSettings in(Path folder) {
        return new AudioDecoderSettings(Optional.empty(), folder.resolve("work"), folder.resolve("cache"),
                DEFAULT_MAX_DURATION, DEFAULT_TIME_LIMIT, DEFAULT_CONCURRENCY);
    }

    /** The same with this ffmpeg program; empty for the bundled build. */
    public AudioDecoderSettings withFfmpeg(Optional<Path> program) {
        return new AudioDecoderSettings(program, workFolder, cacheFolder, maxDuration, timeLimit, concurrency);
    }

    /** The same with this longest recording. */
    public AudioDecoderSettings withMaxDuration(Duration duration) {
        return new AudioDecoderSettings(ffmpeg, workFolder, cacheFolder, duration, timeLimit, concurrency);
    }

    /** The ffmpeg program on a search path such as the environment's {@code PATH}, if there is one. */
    public static Optional<Path> ffmpegOn(String searchPath) {
        return Arrays.stream(searchPath.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder).resolve("ffmpeg"))
                .filter(Path::isAbsolute)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
