package dev.scripta.core.usecase;

import static dev.scripta.core.usecase.Studio.EVENING;
import static dev.scripta.core.usecase.Studio.EVENING_RECORDING;
import static dev.scripta.core.usecase.Studio.KEY;
import static dev.scripta.core.usecase.Studio.MORNING;
import static dev.scripta.core.usecase.Studio.MORNING_RECORDING;
import static dev.scripta.core.usecase.Studio.SILENT_RECORDING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.Recording;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.SpeechToText;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class ProcessRecordingTest {

    private final Studio studio = new Studio();

    @Test
    void recording_is_recognised_analysed_and_saved() {
        ProcessedRecording processed = studio.processRecording().process(MORNING_RECORDING);
        assertEquals(studio.contentOf(MORNING), processed.content());
        assertEquals(SaveOutcome.CREATED, processed.save().outcome());
        Conversation stored = studio.repository.find(KEY).orElseThrow();
        assertEquals(processed.content(), stored.content());
        assertEquals(processed.save().head(), Optional.of(stored.head()));
        assertEquals(studio.wall.instant(), stored.createdAt());
    }

    @Test
    void same_recording_again_changes_nothing_and_is_told_to_be_a_replay() {
        ProcessRecording useCase = studio.processRecording();
        ProcessedRecording first = useCase.process(MORNING_RECORDING);
        ProcessedRecording again = useCase.process(MORNING_RECORDING);
        assertEquals(first.content(), again.content());
        assertEquals(SaveOutcome.UNCHANGED, again.save().outcome());
        assertEquals(1, again.save().head().orElseThrow().revision());
        assertEquals(first.save().head(), again.save().head());
        assertEquals(List.of(false, true), List.of(first.replayed(), again.replayed()));
    }

    @Test
    void another_recording_of_the_session_replaces_the_first() {
        ProcessRecording useCase = studio.processRecording();
        useCase.process(MORNING_RECORDING);
        assertEquals(SaveOutcome.UPDATED, useCase.process(EVENING_RECORDING).save().outcome());
        assertEquals(studio.contentOf(EVENING), studio.repository.find(KEY).orElseThrow().content());
    }

    @Test
    void silence_is_answered_but_not_saved() {
        ProcessedRecording processed = studio.processRecording().process(SILENT_RECORDING);
        assertEquals(SaveResult.SKIPPED, processed.save());
        assertEquals(Transcript.noSpeech("memory"), processed.content().transcript());
        assertEquals(Analysis.NONE, processed.content().analysis());
        assertEquals(Optional.empty(), studio.repository.find(KEY));
    }

    @Test
    void silence_replaces_no_words_and_is_not_analysed() {
        AtomicInteger analyses = new AtomicInteger();
        ProcessRecording useCase = studio.processRecording(studio.engine, transcript -> {
            analyses.incrementAndGet();
            return studio.analyzer.analyze(transcript);
        }, studio.repository);
        useCase.process(MORNING_RECORDING);
        Conversation before = studio.repository.find(KEY).orElseThrow();
        assertEquals(SaveOutcome.SKIPPED, useCase.process(SILENT_RECORDING).save().outcome());
        assertEquals(Optional.of(before), studio.repository.find(KEY));
        assertEquals(1, analyses.get());
    }

    /** Who waits for whose work is a matter of the owner, too: boris comes while anna's equal recording is in work. */
    @Test
    void equal_recording_of_another_owner_is_neither_waited_for_nor_shared() {
        Recording theirs = new Recording(new ConversationKey(new OwnerId("boris"), KEY.session()),
                MORNING_RECORDING.audio(), MORNING_RECORDING.digest());
        AtomicReference<ProcessRecording> useCase = new AtomicReference<>();
        AtomicInteger recognitions = new AtomicInteger();
        useCase.set(studio.impatientProcessRecording(audio -> {
            if (recognitions.getAndIncrement() == 0) {
                assertEquals(SaveOutcome.CREATED, useCase.get().process(theirs).save().outcome());
            }
            return studio.engine.transcribe(audio);
        }));
        ProcessedRecording mine = useCase.get().process(MORNING_RECORDING);
        assertEquals(SaveOutcome.CREATED, mine.save().outcome());
        assertFalse(mine.replayed());
        assertEquals(2, recognitions.get());
        assertEquals(studio.contentOf(MORNING), studio.repository.find(theirs.key()).orElseThrow().content());
    }

    /** The order is given at acceptance: finishing last does not make an intent the newest. */
    @Test
    void slow_recording_is_superseded_by_one_that_was_accepted_later() throws Exception {
        CountDownLatch accepted = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        SpeechToText slowForMorning = audio -> {
            if (audio.equals(MORNING_RECORDING.audio())) {
                accepted.countDown();
                await(released);
            }
            return studio.engine.transcribe(audio);
        };
        ProcessRecording useCase = studio.processRecording(slowForMorning, studio.analyzer, studio.repository);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<ProcessedRecording> slow = thread.submit(() -> useCase.process(MORNING_RECORDING));
            await(accepted);
            assertEquals(SaveOutcome.CREATED, useCase.process(EVENING_RECORDING).save().outcome());
            released.countDown();
            ProcessedRecording late = slow.get(30, TimeUnit.SECONDS);
            assertEquals(SaveOutcome.SUPERSEDED, late.save().outcome());
            assertEquals(studio.contentOf(MORNING), late.content());
        } finally {
            thread.shutdownNow();
        }
        Conversation stored = studio.repository.find(KEY).orElseThrow();
        assertEquals(studio.contentOf(EVENING), stored.content());
        assertEquals(1, stored.head().revision());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS), "in time");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
