package dev.scripta.core.usecase;

import static dev.scripta.core.usecase.Studio.EVENING;
import static dev.scripta.core.usecase.Studio.EVENING_RECORDING;
import static dev.scripta.core.usecase.Studio.KEY;
import static dev.scripta.core.usecase.Studio.MORNING;
import static dev.scripta.core.usecase.Studio.MORNING_RECORDING;
import static dev.scripta.core.usecase.Studio.SILENT_RECORDING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.memory.InMemorySaveBacklog;
import dev.scripta.core.model.AcceptedRecording;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.model.Transcript;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The store goes away and comes back; nothing is lost, and nothing old wins. */
final class OutageTest {

    private final Studio studio = new Studio();
    private final Instance instance = new Instance(studio);

    /** F05. */
    @Test
    void store_that_goes_away_between_claim_and_save_gets_the_result_later() {
        instance.whileAnalysing(transcript -> instance.cut());
        ProcessedRecording processed = instance.process.process(MORNING_RECORDING);
        assertEquals(SaveResult.DEFERRED, processed.save());
        assertEquals(studio.contentOf(MORNING), processed.content());
        assertEquals(Optional.empty(), studio.repository.find(KEY));
        afterLease();
        instance.heal();
        assertEquals(new Drained(1, 0, false), instance.drain.drain());
        assertEquals(studio.contentOf(MORNING), stored());
        assertEquals(1, head().revision());
        assertEquals(0, studio.backlog.size().entries());
        assertTrue(instance.process.process(MORNING_RECORDING).replayed());
        assertEquals(1, instance.transcriptions.get());
    }

    /** F08. */
    @Test
    void ten_uploads_during_an_outage_are_paid_for_once() {
        instance.cut();
        for (int i = 0; i < 10; i++) {
            ProcessedRecording processed = instance.process.process(MORNING_RECORDING);
            assertEquals(SaveResult.DEFERRED, processed.save());
            assertEquals(i > 0, processed.replayed());
            assertEquals(studio.contentOf(MORNING), processed.content());
        }
        assertEquals(1, instance.transcriptions.get());
        assertEquals(1, instance.analyses.get());
    }

    /** F06. */
    @Test
    void newer_recording_that_is_saved_before_the_drain_stays() {
        instance.cut();
        instance.process.process(MORNING_RECORDING);
        instance.heal();
        instance.ticker.pass(Duration.ofSeconds(1));
        new Instance(studio).process.process(EVENING_RECORDING);
        instance.drain.drain();
        assertEquals(studio.contentOf(EVENING), stored());
        assertEquals(1, head().revision());
        assertEquals(0, studio.backlog.size().entries());
    }

    /** What the page sends has neither segments nor gaps nor receipts; the result that waits would come too late with them. */
    @Test
    void backup_save_before_the_drain_loses_nothing_of_the_result_that_waits() {
        instance.cut();
        Content processed = instance.process.process(MORNING_RECORDING).content();
        instance.heal();
        Content sentBack = new Content(Transcript.of(processed.transcript().text()), processed.analysis());
        assertEquals(SaveOutcome.CREATED, instance.save.save(KEY, sentBack).outcome());
        instance.drain.drain();
        assertEquals(studio.contentOf(MORNING), stored());
    }

    /** X07, after an outage: a retry keeps the order that the waiting result was accepted with. */
    @Test
    void late_retry_of_what_waits_does_not_overwrite_a_newer_recording() {
        instance.cut();
        instance.process.process(MORNING_RECORDING);
        instance.heal();
        instance.ticker.pass(Duration.ofSeconds(1));
        instance.process.process(EVENING_RECORDING);
        instance.ticker.pass(Duration.ofSeconds(1));
        ProcessedRecording retry = instance.process.process(MORNING_RECORDING);
        assertEquals(SaveOutcome.SUPERSEDED, retry.save().outcome());
        assertTrue(retry.replayed());
        assertEquals(studio.contentOf(EVENING), stored());
        assertEquals(2, instance.transcriptions.get());
    }

    /** X08, with a store that is away for a moment only. */
    @Test
    void late_backup_save_whose_order_cannot_be_told_overwrites_nothing() {
        Content morning = instance.process.process(MORNING_RECORDING).content();
        instance.ticker.pass(Duration.ofSeconds(1));
        instance.process.process(EVENING_RECORDING);
        for (String call : new String[]{"head", "orderOf"}) {
            instance.cut(call);
            assertEquals(SaveResult.DEFERRED, instance.save.save(KEY, morning), call);
            instance.heal();
            assertEquals(studio.contentOf(EVENING), stored());
            assertEquals(new Drained(1, 0, false), instance.drain.drain());
            assertEquals(studio.contentOf(EVENING), stored(), call);
        }
    }

    @Test
    void silence_takes_no_place_of_words_that_wait() {
        instance.cut();
        instance.process.process(MORNING_RECORDING);
        assertEquals(SaveResult.SKIPPED, instance.process.process(SILENT_RECORDING).save());
        assertEquals(SaveResult.SKIPPED, instance.process.process(SILENT_RECORDING).save());
        instance.heal();
        instance.drain.drain();
        assertEquals(studio.contentOf(MORNING), stored());
    }

    @Test
    void result_that_not_even_the_backlog_can_keep_is_answered_as_unsaved() {
        studio.backlog = new InMemorySaveBacklog(0);
        Instance full = new Instance(studio);
        full.cut("save");
        ProcessedRecording processed = full.process.process(MORNING_RECORDING);
        assertEquals(SaveResult.UNSAVED, processed.save());
        assertEquals(studio.contentOf(MORNING), processed.content());
        full.heal();
        assertEquals(SaveOutcome.CREATED, full.process.process(MORNING_RECORDING).save().outcome());
        assertEquals(1, full.transcriptions.get());
    }

    @Test
    void nothing_is_paid_for_under_a_store_that_refuses() {
        instance.refuse("claim");
        StorageFailedException told = assertThrows(StorageFailedException.class,
                () -> instance.process.process(MORNING_RECORDING));
        assertFalse(told.retryable());
        assertEquals(Optional.of(KEY.session()), told.session());
        assertEquals(0, instance.transcriptions.get());
    }

    @Test
    void nobody_pays_again_on_purpose_or_without_a_client_while_the_journal_is_away() {
        AcceptedRecording again = instance.process.accept(MORNING_RECORDING, true);
        AcceptedRecording left = instance.process.accept(MORNING_RECORDING, false);
        instance.cut();
        assertThrows(StorageFailedException.class, () -> instance.process.process(again));
        assertThrows(StorageFailedException.class, () -> instance.process.resume(left));
        assertEquals(0, instance.transcriptions.get());
        instance.heal();
        assertEquals(SaveOutcome.CREATED, instance.process.resume(left).save().outcome());
    }

    /** F10: the late holder answers its own result, but only the winner's becomes the conversation. */
    @Test
    void late_backup_save_of_a_recording_that_gave_way_does_not_win() {
        instance.cut();
        Content morning = instance.process.process(MORNING_RECORDING).content();
        instance.ticker.pass(Duration.ofSeconds(1));
        instance.process.process(EVENING_RECORDING);
        instance.ticker.pass(Duration.ofSeconds(1));
        instance.save.save(KEY, morning);
        instance.heal();
        instance.drain.drain();
        assertEquals(studio.contentOf(EVENING), stored());
    }

    @Test
    void result_of_a_lost_claim_that_waits_gives_way_to_the_winners() {
        Instance rival = new Instance(studio);
        instance.whileTranscribing(audio -> {
            afterLease();
            rival.process.process(MORNING_RECORDING);
            instance.ticker.pass(Duration.ofSeconds(1));
            rival.process.process(EVENING_RECORDING);
            instance.cut();
        });
        ProcessedRecording late = instance.process.process(MORNING_RECORDING);
        assertEquals(SaveResult.DEFERRED, late.save());
        instance.heal();
        assertEquals(new Drained(1, 0, false), instance.drain.drain());
        assertEquals(studio.contentOf(EVENING), stored());
        assertEquals(0, studio.backlog.size().entries());
    }

    private void afterLease() {
        instance.ticker.pass(Instance.RULES.lease());
    }

    private Content stored() {
        return studio.repository.find(KEY).orElseThrow().content();
    }

    private Head head() {
        return studio.repository.head(KEY).orElseThrow();
    }
}
