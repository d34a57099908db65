package dev.scripta.adapters.speech.sphinx;

import dev.scripta.adapters.speech.sphinx.SphinxSpeechToText.Status;
import dev.scripta.core.error.TranscriptionFailedException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * Recognisers for many threads, lent for one stretch of speech at a time, so that a short recording does not wait for
 * the end of a long one. Who comes before they are loaded waits. Thread-safe.
 */
final class RecogniserPool {

    private final int size;
    private final BlockingQueue<Recogniser> idle;
    private final CompletableFuture<Void> warm = new CompletableFuture<>();

    /** A pool of so many recognisers, of which none is loaded yet. */
    RecogniserPool(int size) {
        this.size = size;
        this.idle = new ArrayBlockingQueue<>(size, true);
    }

    /**
     * Loads the recognisers one after the other. The pool works as soon as the first is there, and with fewer if need
     * be.
     */
    void load(Supplier<Recogniser> recognisers) {
        try {
            for (int i = 0; i < size && !Thread.currentThread().isInterrupted(); i++) {
                idle.add(recognisers.get());
                warm.complete(null);
            }
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            warm.completeExceptionally(e);
        }
    }

    Status status() {
        if (warm.isCompletedExceptionally()) {
            return Status.FAILED;
        }
        return warm.isDone() ? Status.READY : Status.WARMING;
    }

    /** The words in the PCM, as soon as it is this thread's turn. */
    String recognise(byte[] pcm) throws InterruptedException {
        try {
            warm.get();
        } catch (ExecutionException e) {
            throw new TranscriptionFailedException("The speech engine could not be started.", false, e);
        }
        Recogniser recogniser = idle.take();
        try {
            return recogniser.recognise(pcm);
        } finally {
            idle.add(recogniser);
        }
    }
}
