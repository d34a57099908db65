package dev.scripta.adapters.speech.whisper;

/**
 * A loaded model: the boundary to the native library. Its memory is native and stays until it is closed, which must be
 * after all its states were.
 */
interface SpeechModel extends AutoCloseable {

    /**
     * What one call at a time works in.
     *
     * @throws IllegalStateException when there is not enough memory
     */
    ModelState newState();

    /** Frees the memory. */
    @Override
    void close();
}
