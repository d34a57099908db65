package dev.scripta.adapters.http;

import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.SpeechToText;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An engine that is at work until it is let go. */
final class HeldEngine implements SpeechToText {

    private final CountDownLatch working = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final SpeechToText engine;

    HeldEngine(SpeechToText engine) {
        this.engine = engine;
    }

    @Override
    public Transcript transcribe(AudioSource audio) {
        working.countDown();
        await(release);
        return engine.transcribe(audio);
    }

    void awaitWork() {
        await(working);
    }

    void letGo() {
        release.countDown();
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
