package dev.scripta.adapters.http;

import dev.scripta.core.port.ConversationAnalyzer;
import dev.scripta.core.port.SpeechToText;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds those who work until it is opened. */
final class Gate implements AutoCloseable {

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);
    private final CountDownLatch driven = new CountDownLatch(1);

    SpeechToText beforeEngine(SpeechToText engine) {
        return audio -> {
            pass();
            return engine.transcribe(audio);
        };
    }

    ConversationAnalyzer beforeAnalyzer(ConversationAnalyzer analyzer) {
        return transcript -> {
            pass();
            return analyzer.analyze(transcript);
        };
    }

    /** Waits until somebody stands before it. */
    void awaitArrival() {
        await(arrived);
    }

    /** Whether somebody is driven away from the still closed gate, given that much time to happen. */
    boolean isGivenUpWithin(Duration time) throws InterruptedException {
        return driven.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    void open() {
        opened.countDown();
    }

    @Override
    public void close() {
        open();
    }

    /** Returns when it is open. */
    void pass() {
        arrived.countDown();
        try {
            await(opened);
        } catch (IllegalStateException e) {
            driven.countDown();
            throw e;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nothing happened for a minute");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted at work", e);
        }
    }
}
