package dev.scripta.app;

import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.ConversationAnalyzer;
import dev.scripta.core.port.SpeechToText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Engines that a test plays while the service runs: they hear what it says, answer when it lets them, count, and measure.
 * Thread-safe.
 */
public final class PlayedEngines implements ReadyEngines {

    private final AtomicInteger recognitions = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private final Semaphore begun = new Semaphore(0);
    private volatile Function<AudioSource, Transcript> speech = audio -> Transcript.of("");
    private volatile Function<Transcript, Analysis> analyst = transcript -> Analysis.NONE;
    private volatile Optional<Semaphore> gate = Optional.empty();
    private volatile Optional<Engines> others = Optional.empty();

    /** Every recording says this from now on, and by that template this is made of it. */
    public void hear(Transcript said, String template, JsonObject made) {
        speech = audio -> said;
        analyst = transcript -> new Analysis(made, Optional.of(template), List.of());
        others = Optional.empty();
    }

    /** No recording can be recognised from now on. */
    public void fail(String detail) {
        speech = audio -> {
            throw new TranscriptionFailedException(detail, false);
        };
        others = Optional.empty();
    }

    /** Lets real engines work; they are closed with these. */
    void delegate(Engines real) {
        others = Optional.of(real);
    }

    /** No recognition ends from now on, before it is let go. */
    public void hold() {
        begun.drainPermits();
        gate = Optional.of(new Semaphore(0));
    }

    /** Waits until a recognition has begun since {@link #hold()}. */
    public void awaitBegun() throws InterruptedException {
        begun.acquire();
    }

    /** Lets all go that are held, and all that come. */
    public void letGo() {
        gate.ifPresent(held -> held.release(Short.MAX_VALUE));
        gate = Optional.empty();
    }

    /** How many recordings were recognised, or are being. */
    public int recognitions() {
        return recognitions.get();
    }

    /** Counts and measures from the beginning. */
    public void forget() {
        recognitions.set(0);
        nanos.set(0);
    }

    /** How long engines have worked since this was asked last. */
    public Duration worked() {
        return Duration.ofNanos(nanos.getAndSet(0));
    }

    @Override
    public SpeechToText speechToText() {
        return audio -> {
            recognitions.incrementAndGet();
            begun.release();
            gate.ifPresent(Semaphore::acquireUninterruptibly);
            return measured(() -> others.map(Engines::speechToText)
                    .map(real -> real.transcribe(audio))
                    .orElseGet(() -> speech.apply(audio)));
        };
    }

    @Override
    public ConversationAnalyzer analyzer() {
        return transcript -> measured(() -> others.map(Engines::analyzer)
                .map(real -> real.analyze(transcript))
                .orElseGet(() -> analyst.apply(transcript)));
    }

    private <T> T measured(Supplier<T> work) {
        long began = System.nanoTime();
        try {
            return work.get();
        } finally {
            nanos.addAndGet(System.nanoTime() - began);
        }
    }

    @Override
    public void close() {
        letGo();
        others.ifPresent(Engines::close);
    }
}
