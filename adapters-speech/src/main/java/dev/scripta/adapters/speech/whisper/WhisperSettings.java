package dev.scripta.adapters.speech.whisper;

import dev.scripta.core.model.Sha256;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Which model recognises, and how. Whether the file is there and right is found when the engine is opened.
 *
 * @param model a model of the whisper.cpp project, {@code ggml-*.bin}
 * @param digest what the file's SHA-256 must be, where the user knows it
 * @param language what is spoken, as whisper names it ({@code en}, {@code de}, {@code haw}); empty: found in each clip
 * @param translate whether to write English, whatever is spoken
 * @param workers how many clips are recognised at once; each takes native memory of its own, some 200 MB and more with
 *            larger models
 * @param threads how many threads work on one clip
 */
public record WhisperSettings(Path model, Optional<Sha256> digest, Optional<String> language, boolean translate,
        int workers, int threads) {

    private static final int MAX_WORKERS = 64;
    private static final int MAX_THREADS = 256;

    /** Checks the bounds. */
    public WhisperSettings {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(digest, "digest");
        if (language.filter(code -> !WhisperLanguages.ALL.contains(code)).isPresent()) {
            throw new IllegalArgumentException("language must be a code that whisper knows, like en, de or yue");
        }
        if (workers < 1 || workers > MAX_WORKERS) {
            throw new IllegalArgumentException("workers must be 1 to " + MAX_WORKERS);
        }
        if (threads < 1 || threads > MAX_THREADS) {
            throw new IllegalArgumentException("threads must be 1 to " + MAX_THREADS);
        }
    }

    /** One clip at a time, by all cores, in the language that is spoken. */
    public static WhisperSettings forCores(Path model, int cores) {
        return new WhisperSettings(model, Optional.empty(), Optional.empty(), false, 1,
                Math.clamp(cores, 1, MAX_THREADS));
    }

    /** The same with so many clips at once. */
    public WhisperSettings withWorkers(int clips) {
        return new WhisperSettings(model, digest, language, translate, clips, threads);
    }

    /** The same with so many threads for each clip. */
    public WhisperSettings withThreads(int each) {
        return new WhisperSettings(model, digest, language, translate, workers, each);
    }
}
