package dev.scripta.adapters.speech.whisper;

import java.util.List;

/** What a call works in: native memory, used by one thread at a time. */
interface ModelState extends AutoCloseable {

    /**
     * Recognises speech in the calling thread; cannot be stopped.
     *
     * @param samples 16 kHz, one channel, from -1 to 1
     * @param preceding the last words before them; may be empty
     * @throws IllegalStateException when the library says that it failed
     */
    List<Utterance> recognise(float[] samples, String preceding);

    /** Frees the memory. */
    @Override
    void close();
}
