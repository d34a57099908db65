package dev.scripta.core.usecase;

import static dev.scripta.core.usecase.Studio.EVENING;
import static dev.scripta.core.usecase.Studio.EVENING_RECORDING;
import static dev.scripta.core.usecase.Studio.KEY;
import static dev.scripta.core.usecase.Studio.MORNING;
import static dev.scripta.core.usecase.Studio.MORNING_RECORDING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.AnalysisFailedException;
import dev.scripta.core.error.RecordingInProgressException;
import dev.scripta.core.error.RecordingRefusedException;
import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.ClaimRequest;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.JournalAnswer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two processes on one journal: whatever becomes of a claim, a stage is paid for once (X04, F08, F09, F15, K02, K05, K08). */
final class RivalTest {

    private static final RecordingKey RECORDING = new RecordingKey(KEY, MORNING_RECORDING.digest());
    private static final Content WINNERS = new Content(Transcript.of("The winner's words."),
            new Analysis(JsonObject.of("by", "the winner")));

    private final Studio studio = new Studio();
    private final Instance mine = new Instance(studio);
    private final Instance rival = new Instance(studio);

    @Test
    void result_of_a_rival_is_awaited_and_shared() {
        JournalAnswer.Granted held = rivalsClaim();
        mine.ticker.onPause(() -> studio.journal.complete(held.claim(), WINNERS));
        ProcessedRecording processed = mine.process.process(MORNING_RECORDING);
        assertEquals(WINNERS, processed.content());
        assertTrue(processed.replayed());
        assertEquals(SaveOutcome.CREATED, processed.save().outcome());
        assertEquals(0, mine.transcriptions.get());
    }

    @Test
    void patience_with_a_rival_ends_and_the_retry_gets_its_result() {
        JournalAnswer.Granted held = rivalsClaim();
        mine.ticker.onPause(() -> studio.journal.renew(held.claim(), Instance.RULES.lease()));
        RecordingInProgressException told = assertThrows(RecordingInProgressException.class,
                () -> mine.process.process(MORNING_RECORDING));
        assertEquals(Optional.of(Instance.RULES.rest().first()), told.retryAfter());
        assertEquals(Optional.of(KEY.session()), told.session());
        studio.journal.complete(held.claim(), WINNERS);
        assertEquals(WINNERS, mine.process.process(MORNING_RECORDING).content());
        assertEquals(0, mine.transcriptions.get());
    }

    @Test
    void rival_that_died_is_succeeded_with_its_order_and_its_transcript() {
        JournalAnswer.Granted held = rivalsClaim();
        studio.journal.checkpoint(held.claim(), WINNERS.transcript(), Instance.RULES.lease());
        mine.ticker.pass(Duration.ofSeconds(1));
        mine.process.process(EVENING_RECORDING);
        ProcessedRecording processed = mine.process.process(MORNING_RECORDING);
        assertEquals(WINNERS.transcript(), processed.content().transcript());
        assertEquals(SaveOutcome.SUPERSEDED, processed.save().outcome());
        assertEquals(1, mine.transcriptions.get(), "of the evening");
        assertEquals(studio.contentOf(EVENING), studio.repository.find(KEY).orElseThrow().content());
    }

    @Test
    void lost_claim_answers_the_winners_result_and_pays_for_no_more() {
        mine.whileTranscribing(audio -> {
            mine.ticker.pass(Instance.RULES.lease());
            studio.journal.complete(rivalsClaim().claim(), WINNERS);
        });
        ProcessedRecording processed = mine.process.process(MORNING_RECORDING);
        assertEquals(WINNERS, processed.content());
        assertTrue(processed.replayed());
        assertEquals(0, mine.analyses.get());
        assertEquals(0, mine.claims.count());
    }

    @Test
    void claim_lost_during_the_last_stage_answers_the_winners_result() {
        mine.whileAnalysing(transcript -> {
            mine.ticker.pass(Instance.RULES.lease());
            studio.journal.complete(rivalsClaim().claim(), WINNERS);
        });
        assertEquals(WINNERS, mine.process.process(MORNING_RECORDING).content());
        assertEquals(WINNERS, studio.repository.find(KEY).orElseThrow().content());
    }

    @Test
    void failure_under_a_lost_claim_is_nobodys_failure() {
        mine.whileTranscribing(audio -> {
            mine.ticker.pass(Instance.RULES.lease());
            studio.journal.complete(rivalsClaim().claim(), WINNERS);
            throw new TranscriptionFailedException("The engine is away.", true);
        });
        assertEquals(WINNERS, mine.process.process(MORNING_RECORDING).content());
    }

    /** K08: the answer to a claim took longer than the lease is sure to last, and somebody else got it. */
    @Test
    void nothing_is_paid_for_under_a_claim_that_was_lost_while_waiting_for_it() {
        mine.onReply("claim", () -> {
            mine.ticker.pass(Instance.RULES.lease());
            studio.journal.complete(rivalsClaim().claim(), WINNERS);
        });
        assertEquals(WINNERS, mine.process.process(MORNING_RECORDING).content());
        assertEquals(0, mine.transcriptions.get());
        assertTrue(mine.calls.contains("renew"));
    }

    @Test
    void claim_that_lasts_for_certain_is_not_asked_about() {
        mine.process.process(MORNING_RECORDING);
        assertFalse(mine.calls.contains("renew"));
    }

    @Test
    void engine_that_asks_for_no_rest_gets_the_usual_one() {
        mine.whileAnalysing(transcript -> {
            throw new AnalysisFailedException("The engine is away.", true).after(Duration.ZERO);
        });
        assertThrows(AnalysisFailedException.class, () -> mine.process.process(MORNING_RECORDING));
        AnalysisFailedException resting = assertThrows(AnalysisFailedException.class,
                () -> rival.process.process(MORNING_RECORDING));
        assertEquals(Optional.of(Instance.RULES.rest().first()), resting.retryAfter());
    }

    /** F15. */
    @Test
    void transcript_survives_a_failed_analysis() {
        mine.whileAnalysing(transcript -> {
            throw new AnalysisFailedException("The engine is away.", true).after(Duration.ofSeconds(7));
        });
        assertThrows(AnalysisFailedException.class, () -> mine.process.process(MORNING_RECORDING));
        AnalysisFailedException resting = assertThrows(AnalysisFailedException.class,
                () -> rival.process.process(MORNING_RECORDING));
        assertEquals(Optional.of(Duration.ofSeconds(7)), resting.retryAfter());
        rival.ticker.pass(Duration.ofSeconds(7));
        assertEquals(studio.contentOf(MORNING), rival.process.process(MORNING_RECORDING).content());
        assertEquals(1, mine.transcriptions.get() + rival.transcriptions.get());
        assertEquals(2, mine.analyses.get() + rival.analyses.get());
    }

    @Test
    void verdict_on_audio_is_believed_for_a_while() {
        mine.whileTranscribing(audio -> {
            throw new RecordingRefusedException(Reason.UNREADABLE, "This is no audio.");
        });
        assertThrows(RecordingRefusedException.class, () -> mine.process.process(MORNING_RECORDING));
        RecordingRefusedException told = assertThrows(RecordingRefusedException.class,
                () -> rival.process.process(MORNING_RECORDING));
        assertEquals(Reason.UNREADABLE, told.reason());
        assertEquals("This is no audio.", told.detail());
        assertEquals(0, rival.transcriptions.get());
        rival.ticker.pass(Instance.RULES.refusalBelieved());
        assertEquals(SaveOutcome.CREATED, rival.process.process(MORNING_RECORDING).save().outcome());
    }

    @Test
    void engine_that_fails_unexpectedly_is_given_a_rest_too() {
        mine.whileTranscribing(audio -> {
            throw new IllegalStateException("vendor");
        });
        TranscriptionFailedException first = assertThrows(TranscriptionFailedException.class,
                () -> mine.process.process(MORNING_RECORDING));
        assertFalse(first.detail().contains("vendor"), first.detail());
        TranscriptionFailedException told = assertThrows(TranscriptionFailedException.class,
                () -> mine.process.process(MORNING_RECORDING));
        assertTrue(told.retryable());
        assertEquals(1, mine.transcriptions.get());
        assertEquals(0, mine.claims.count());
    }

    @Test
    void reprocessing_pays_again_and_is_the_newest_intent() {
        mine.process.process(MORNING_RECORDING);
        mine.process.process(EVENING_RECORDING);
        ProcessedRecording again = mine.process.process(mine.process.accept(MORNING_RECORDING, true));
        assertFalse(again.replayed());
        assertEquals(SaveOutcome.UPDATED, again.save().outcome());
        assertEquals(studio.contentOf(MORNING), studio.repository.find(KEY).orElseThrow().content());
        assertEquals(3, mine.transcriptions.get());
    }

    @Test
    void same_order_to_reprocess_pays_once_however_often_it_comes() {
        mine.process.process(MORNING_RECORDING);
        var again = mine.process.accept(MORNING_RECORDING, true);
        mine.process.process(again);
        assertTrue(rival.process.process(again).replayed());
        assertEquals(2, mine.transcriptions.get() + rival.transcriptions.get());
    }

    @Test
    void failure_to_note_the_result_defers_it_until_the_journal_has_it() {
        mine.whileAnalysing(transcript -> mine.cut("complete"));
        assertEquals(SaveOutcome.DEFERRED, mine.process.process(MORNING_RECORDING).save().outcome());
        assertEquals(Optional.empty(), studio.repository.find(KEY));
    }

    @Test
    void lost_checkpoint_costs_nothing_while_the_claim_lasts() {
        mine.cut("checkpoint");
        assertEquals(SaveOutcome.CREATED, mine.process.process(MORNING_RECORDING).save().outcome());
        assertEquals(1, mine.transcriptions.get());
    }

    private JournalAnswer.Granted rivalsClaim() {
        return (JournalAnswer.Granted) studio.journal.claim(new ClaimRequest(RECORDING, new Order(1), false),
                Instance.RULES.lease());
    }
}
