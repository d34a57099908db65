package dev.scripta.core.model;

import java.util.Objects;

/**
 * Why work on a recording ended without a result, as everybody who waits for it is told.
 *
 * @param stage what failed
 * @param detail what went wrong, safe to show
 * @param retryable whether the same work may succeed later
 * @param outcomeUnknown whether the engine may have done the work, and billed it, though no answer came
 */
public record EngineFailure(Stage stage, String detail, boolean retryable, boolean outcomeUnknown) {

    /** The paid steps of the work. */
    public enum Stage {
        /** Speech recognition. */
        TRANSCRIPTION,
        /** The analysis of what was recognised. */
        ANALYSIS
    }

    /** A failure after which nothing was billed. */
    public EngineFailure(Stage stage, String detail, boolean retryable) {
        this(stage, detail, retryable, false);
    }

    /** Checks presence and text. */
    public EngineFailure {
        Objects.requireNonNull(stage, "stage");
        Text.storable("detail", detail);
    }
}
