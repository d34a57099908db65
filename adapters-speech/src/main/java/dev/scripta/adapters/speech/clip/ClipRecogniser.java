package dev.scripta.adapters.speech.clip;

import dev.scripta.core.model.EngineLimits;

/**
 * An engine that turns one clip into words. What wraps it keeps to its {@link #limits()}, so that it needs to check nothing.
 * Thread-safe.
 */
public interface ClipRecogniser {

    /** The name that transcripts carry. */
    String engine();

    /** What a clip may be. Always the same. */
    EngineLimits limits();

    /**
     * Recognises a clip in the calling thread: one call, not repeated here.
     *
     * @throws dev.scripta.core.error.RecordingRefusedException when the engine says that this audio cannot be used
     * @throws dev.scripta.core.error.TranscriptionFailedException when it failed. With a time to retry after, nothing was
     *             billed, or the engine said when to come again: the call may be repeated. Without, it is not known to be
     *             safe; with an unknown outcome, it may have been billed
     * @throws InterruptedException when the thread is interrupted
     */
    Recognition recognise(ClipRequest request) throws InterruptedException;
}
