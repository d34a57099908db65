package dev.scripta.core.usecase;

import static dev.scripta.core.usecase.Studio.KEY;
import static dev.scripta.core.usecase.Studio.MORNING;
import static dev.scripta.core.usecase.Studio.MORNING_RECORDING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.scripta.core.error.AnalysisFailedException;
import dev.scripta.core.error.RecordingRefusedException;
import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.memory.InMemorySaveBacklog;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SaveResult;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A failure of a port reaches the caller as it is, told which session it happened to, and leaves nothing behind. */
final class FailureTest {

    private final Throwable vendor = new IllegalStateException("vendor");

    private final Studio studio = new Studio();

    @Test
    void refused_recording_names_its_session() {
        RecordingRefusedException failure = new RecordingRefusedException(Reason.TOO_LONG, "Too long.");
        ScriptaException thrown = processWithEngine(failure);
        assertTold(failure, thrown);
        assertEquals(Reason.TOO_LONG, ((RecordingRefusedException) thrown).reason());
    }

    @Test
    void failed_transcription_names_its_session() {
        TranscriptionFailedException failure = new TranscriptionFailedException("The engine is away.", true, vendor);
        assertTold(failure, processWithEngine(failure));
    }

    /** A trouble of the engine is not a verdict on the recording. */
    @Test
    void failure_that_may_pass_is_over_after_its_rest() {
        processWithEngine(new TranscriptionFailedException("The engine is away.", true, vendor));
        studio.wall.set(studio.wall.instant().plus(WorkRules.DEFAULT.rest().first()));
        assertEquals(SaveOutcome.CREATED,
                studio.processRecording().process(MORNING_RECORDING).save().outcome());
    }

    @Test
    void failed_analysis_names_its_session() {
        AnalysisFailedException failure = new AnalysisFailedException("No JSON object.", false, vendor);
        assertTold(failure, processWithAnalyzer(failure));
    }

    @Test
    void transcription_that_may_have_been_billed_is_told_as_such_also_to_whoever_comes_next() {
        var failure = new TranscriptionFailedException("No answer.", true, vendor).withOutcomeUnknown();
        assertTold(failure, processWithEngine(failure));
        assertToldToNext(failure);
    }

    @Test
    void analysis_that_may_have_been_billed_is_told_as_such_also_to_whoever_comes_next() {
        var failure = new AnalysisFailedException("No answer.", true, vendor).withOutcomeUnknown();
        assertTold(failure, processWithAnalyzer(failure));
        assertToldToNext(failure);
    }

    @Test
    void refusing_store_is_told_to_whoever_brings_content() {
        assertSaveFails(new StorageFailedException("The store refuses.", false, vendor));
    }

    @Test
    void store_that_is_away_is_told_when_the_backlog_is_full() {
        studio.backlog = new InMemorySaveBacklog(0);
        assertSaveFails(new StorageFailedException("The store is away.", true, vendor));
    }

    private ScriptaException processWithEngine(ScriptaException failure) {
        ProcessRecording useCase = studio.processRecording(audio -> {
            throw failure;
        }, studio.analyzer, studio.repository);
        return assertThrows(ScriptaException.class, () -> useCase.process(MORNING_RECORDING));
    }

    private ScriptaException processWithAnalyzer(ScriptaException failure) {
        ProcessRecording useCase = studio.processRecording(studio.engine, transcript -> {
            throw failure;
        }, studio.repository);
        return assertThrows(ScriptaException.class, () -> useCase.process(MORNING_RECORDING));
    }

    /** The journal answers for the engine, which rests. */
    private void assertToldToNext(ScriptaException failure) {
        ScriptaException told = assertThrows(failure.getClass(),
                () -> studio.processRecording().process(MORNING_RECORDING));
        assertEquals(failure.detail(), told.detail());
        assertEquals(failure.outcomeUnknown(), told.outcomeUnknown());
    }

    private void assertSaveFails(StorageFailedException failure) {
        SaveAnalysis useCase = new SaveAnalysis(new Stores(new DecoratedRepository(studio.repository) {
            @Override
            public SaveResult save(SaveRequest request) {
                throw failure;
            }
        }, studio.journal, studio.backlog), studio.orders);
        assertTold(failure,
                assertThrows(ScriptaException.class, () -> useCase.save(KEY, studio.contentOf(MORNING))));
    }

    private void assertTold(ScriptaException failure, ScriptaException told) {
        assertEquals(failure.getClass(), told.getClass());
        assertEquals(failure.detail(), told.detail());
        assertEquals(failure.retryable(), told.retryable());
        assertEquals(failure.outcomeUnknown(), told.outcomeUnknown());
        assertSame(failure.getCause(), told.getCause());
        assertEquals(Optional.empty(), failure.session());
        assertEquals(Optional.of(KEY.session()), told.session());
        assertEquals(Optional.empty(), studio.repository.find(KEY));
    }
}
