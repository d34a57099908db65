package dev.scripta.adapters.speech.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.adapters.speech.audio.Audio;
import dev.scripta.core.error.RecordingRefusedException;
import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.Transcript;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Engines that fail, and time that runs out. */
final class ClipwiseTroubleTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofHours(2);

    @TempDir
    private Path folder;

    private final ListeningRecogniser recogniser = new ListeningRecogniser(
            ListeningRecogniser.limits(Long.MAX_VALUE, Duration.ofSeconds(30), "wav"));

    @AfterEach
    void nothing_is_left() throws IOException {
        assertEquals(0, new Clipwise(folder, recogniser).files());
    }

    @Test
    void clips_that_were_paid_before_a_failure_are_not_paid_again() throws IOException {
        Path recording = Clipwise.calls(folder, 2);
        Transcript undisturbed = new Clipwise(folder, recogniser).transcribe(recording);
        assertEquals(5, undisturbed.calls().size());
        recogniser.asked.clear();

        Clipwise clipwise = new Clipwise(folder, recogniser.answering(failingAt(3)));
        assertTrue(failure(clipwise, recording).retryable());
        assertEquals(3, recogniser.asked.size());
        Transcript retried = clipwise.transcribe(recording);
        assertEquals(6, recogniser.asked.size(), "the third again, and the rest");
        assertEquals(undisturbed, retried, "receipts included");
        clipwise.transcribe(recording);
        assertEquals(11, recogniser.asked.size(), "what is finished is forgotten");
    }

    /** Who waits for the engine waits undecoded: a thousand hours of recordings would fill the disk. */
    @Test
    void recordings_beyond_the_places_wait_before_they_are_decoded() throws Exception {
        CountDownLatch recognising = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        recogniser.answering(heard -> {
            recognising.countDown();
            await(go);
            return ListeningRecogniser.text("words", heard);
        });
        Clipwise clipwise = new Clipwise(folder, recogniser,
                ClipwiseSettings.within(Duration.ofSeconds(1)).withRecordings(1));
        Path recording = Audio.sample("flite-slt-01.wav");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Transcript> first = threads.submit(() -> clipwise.transcribe(recording));
            recognising.await();
            long filesOfOne = clipwise.files();
            ScriptaException busy = failure(clipwise, recording);
            assertTrue(busy.retryable(), busy::detail);
            assertEquals(filesOfOne, clipwise.files());
            assertEquals(1, recogniser.asked.size());
            go.countDown();
            assertEquals("words", first.get().text());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void paid_clips_are_remembered_so_long_and_so_much() throws IOException {
        Path recording = Clipwise.calls(folder, 2);
        Clipwise clipwise = new Clipwise(folder, recogniser.answering(failingAt(3)));
        failure(clipwise, recording);
        clipwise.pass(KEPT.minusNanos(1));
        recogniser.asked.clear();
        recogniser.answering(failingAt(1));
        failure(clipwise, recording);
        assertTrue(recogniser.asked.get(0).request().preceding().isPresent(), "the first two were known");
        clipwise.pass(Duration.ofNanos(1));
        recogniser.asked.clear();
        clipwise.transcribe(recording);
        assertEquals(5, recogniser.asked.size(), "all again");

        recogniser.asked.clear();
        Clipwise forgetful = new Clipwise(folder, recogniser.answering(failingAt(3)),
                new ClipwiseSettings(MINUTE, 1, KEPT, Duration.ofSeconds(35)));
        failure(forgetful, recording);
        recogniser.asked.clear();
        forgetful.transcribe(recording);
        assertEquals(5, recogniser.asked.size(), "the first was forgotten for the second, which followed on it");
    }

    @Test
    void failures_of_the_engine_are_handed_on_unchanged() throws IOException {
        for (ScriptaException failure : List.of(
                new TranscriptionFailedException("no", false).withOutcomeUnknown(),
                new TranscriptionFailedException("later", true).after(Duration.ofSeconds(7)),
                new RecordingRefusedException(RecordingRefusedException.Reason.UNREADABLE, "no audio"))) {
            Clipwise clipwise = new Clipwise(folder, recogniser.answering(heard -> {
                throw failure;
            }));
            assertSame(failure, assertThrows(ScriptaException.class, () -> clipwise.transcribe(call())));
        }
        Clipwise broken = new Clipwise(folder, recogniser.answering(heard -> {
            throw new IllegalStateException("a bug that tells secrets");
        }));
        TranscriptionFailedException failed = failure(broken, call());
        assertFalse(failed.retryable());
        assertEquals("The speech engine failed on this recording.", failed.getMessage());
    }

    @Test
    void time_that_is_left_is_handed_on_and_ends_the_work_between_clips() throws IOException {
        Clipwise clipwise = new Clipwise(folder, recogniser, ClipwiseSettings.within(MINUTE));
        recogniser.answering(heard -> {
            clipwise.pass(Duration.ofSeconds(25));
            return heard;
        });
        Path recording = Clipwise.calls(folder, 2);
        TranscriptionFailedException failed = failure(clipwise, recording);
        assertTrue(failed.retryable());
        assertFalse(failed.outcomeUnknown());
        assertEquals(List.of(MINUTE, Duration.ofSeconds(35), Duration.ofSeconds(10)), patience());
        recogniser.asked.clear();
        assertEquals(5, clipwise.transcribe(recording).calls().size(), "another attempt goes on from there");
        assertEquals(List.of(MINUTE, Duration.ofSeconds(35)), patience());
    }

    @Test
    void interruption_before_a_clip_stops_and_bills_nothing() throws IOException {
        Clipwise clipwise = new Clipwise(folder, recogniser.answering(heard -> {
            Thread.currentThread().interrupt();
            return heard;
        }));
        assertStopped(failure(clipwise, call()));
        assertEquals(1, recogniser.asked.size());
    }

    @Test
    void interruption_of_the_engine_stops_and_the_work_may_be_done_again() throws IOException {
        Clipwise clipwise = new Clipwise(folder, recogniser.answering(heard -> {
            throw new InterruptedException();
        }));
        assertStopped(failure(clipwise, call()));
    }

    @Test
    void interruption_while_decoding_stops() throws IOException {
        Clipwise clipwise = new Clipwise(folder, recogniser);
        Thread.currentThread().interrupt();
        assertStopped(failure(clipwise, call()));
        assertEquals(List.of(), recogniser.asked);
    }

    private static void assertStopped(TranscriptionFailedException failed) {
        assertTrue(Thread.interrupted(), "the flag is kept");
        assertTrue(failed.retryable());
        assertEquals("Recognition was stopped.", failed.getMessage());
        assertFalse(failed.outcomeUnknown());
    }

    private ListeningRecogniser.Answering failingAt(int call) {
        int[] left = {call};
        return heard -> {
            if (--left[0] == 0) {
                throw new TranscriptionFailedException("The engine is overloaded.", true);
            }
            return heard;
        };
    }

    private static TranscriptionFailedException failure(Clipwise clipwise, Path recording) {
        return assertThrows(TranscriptionFailedException.class, () -> clipwise.transcribe(recording));
    }

    private List<Duration> patience() {
        return recogniser.asked.stream().map(asked -> asked.request().patience()).toList();
    }

    private static Path call() {
        return Audio.sample("conversation-60s.wav");
    }
}
