package dev.scripta.adapters.speech.sphinx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.adapters.speech.audio.Audio;
import dev.scripta.adapters.speech.sphinx.SphinxSpeechToText.Status;
import dev.scripta.core.error.RecordingRefusedException;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
final class SphinxLifecycleIT {

    @Test
    void recording_waits_for_an_engine_that_warms_up_and_bad_files_do_not() throws Exception {
        CompletableFuture<Boolean> mayLoad = new CompletableFuture<>();
        try (SphinxSpeechToText engine = new SphinxSpeechToText(Engines.DECODER,
                new SphinxSettings(1, Duration.ofMinutes(3)), () -> {
                    mayLoad.join();
                    return Recogniser.warm();
                })) {
            AudioSource random = AudioSource.of(Audio.file("broken-random.wav"));
            assertThrows(RecordingRefusedException.class, () -> engine.transcribe(random));
            assertEquals(Status.WARMING, engine.status());
            FutureTask<Transcript> waiting = new FutureTask<>(
                    () -> engine.transcribe(AudioSource.of(Audio.file("please-send-me.wav"))));
            Thread.ofPlatform().start(waiting);
            awaitWork();
            assertEquals(Status.WARMING, engine.status());
            mayLoad.complete(true);
            assertEquals("please send me the notes from the", waiting.get().text());
            assertEquals(Status.READY, engine.status());
        }
    }

    @Test
    void interruption_stops_the_work_and_stays_set() throws Exception {
        FutureTask<Boolean> call = new FutureTask<>(() -> {
            TranscriptionFailedException failed =
                    assertThrows(TranscriptionFailedException.class, () -> Engines.SHARED.transcribe(call()));
            return failed.retryable() && Thread.currentThread().isInterrupted();
        });
        Thread caller = Thread.ofPlatform().start(call);
        awaitWork();
        caller.interrupt();
        assertTrue(call.get());
        awaitNoWork();
        Engines.SHARED.transcribe(AudioSource.of(Audio.file("please-send-me.wav")));
    }

    @Test
    void closing_stops_the_work() throws Exception {
        SphinxSpeechToText engine = engine(Duration.ofMinutes(3));
        FutureTask<TranscriptionFailedException> call = new FutureTask<>(
                () -> assertThrows(TranscriptionFailedException.class, () -> engine.transcribe(call())));
        Thread.ofPlatform().start(call);
        awaitWork();
        engine.close();
        assertTrue(call.get().retryable());
        assertTrue(assertThrows(TranscriptionFailedException.class, () -> engine.transcribe(call())).retryable());
        awaitNoWork();
    }

    @Test
    void time_is_limited() throws Exception {
        try (SphinxSpeechToText engine = engine(Duration.ofSeconds(1))) {
            assertThrows(TranscriptionFailedException.class, () -> engine.transcribe(call()));
            awaitNoWork();
        }
    }

    @Test
    void engine_that_cannot_load_says_so() {
        RecogniserPool pool = new RecogniserPool(2);
        assertEquals(Status.WARMING, pool.status());
        pool.load(() -> {
            throw new IllegalStateException("no models");
        });
        assertEquals(Status.FAILED, pool.status());
        assertThrows(TranscriptionFailedException.class, () -> pool.recognise(new byte[0]));
    }

    private static SphinxSpeechToText engine(Duration limit) {
        return new SphinxSpeechToText(Engines.DECODER, new SphinxSettings(1, limit));
    }

    private static AudioSource call() throws IOException {
        return AudioSource.of(Audio.sample("conversation-60s.wav"));
    }

    private static void awaitWork() throws IOException {
        while (recordings() == 0) {
            Thread.onSpinWait();
        }
    }

    private static void awaitNoWork() throws IOException {
        while (recordings() > 0) {
            Thread.onSpinWait();
        }
    }

    /** How many recordings lie decoded in the work folder. */
    private static long recordings() throws IOException {
        Path work = Engines.FOLDER.resolve("work");
        if (!Files.exists(work)) {
            return 0;
        }
        try (Stream<Path> entries = Files.list(work)) {
            return entries.count();
        }
    }
}
