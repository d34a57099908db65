package dev.scripta.adapters.speech.audio;

import java.io.IOException;
import java.util.concurrent.Semaphore;

/**
 * Lets work that never waits, but computes, be done in turn, on half of the processors. Virtual threads yield to nobody
 * while they compute: with a thousand recordings at once, everybody else would wait for all of them. Thread-safe.
 */
final class Turns {

    private final Semaphore free = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    /** Does the work when it is its turn. */
    <T> T take(Work<T> work) throws IOException, InterruptedException {
        free.acquire();
        try {
            return work.done();
        } finally {
            free.release();
        }
    }

    /** What is to be done. */
    interface Work<T> {
        T done() throws IOException, InterruptedException;
    }
}
