package dev.scripta.core.usecase;

import static dev.scripta.core.usecase.Studio.MORNING;
import static dev.scripta.core.usecase.Studio.MORNING_RECORDING;
import static dev.scripta.core.usecase.Studio.SILENT_RECORDING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.AnalysisFailedException;
import dev.scripta.core.error.RecordingRefusedException;
import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.Content;
import dev.scripta.core.port.ConversationAnalyzer;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A guest's recording: the stages that engines do, and what becomes of what adapters should not have thrown. */
final class PreviewRecordingTest {

    private static final AudioSource MORNING_AUDIO = MORNING_RECORDING.audio();

    private final Studio studio = new Studio();

    @Test
    void a_recording_is_recognised_and_analysed() {
        assertEquals(studio.contentOf(MORNING), new PreviewRecording(studio.engine, studio.analyzer).preview(
                MORNING_AUDIO));
    }

    @Test
    void nobody_analyses_silence() {
        AtomicInteger asked = new AtomicInteger();
        ConversationAnalyzer counting = transcript -> {
            asked.incrementAndGet();
            return studio.analyzer.analyze(transcript);
        };
        PreviewRecording preview = new PreviewRecording(studio.engine, counting);
        Content silence = preview.preview(SILENT_RECORDING.audio());
        assertFalse(silence.transcript().hasSpeech());
        assertEquals(Analysis.NONE, silence.analysis());
        assertEquals(0, asked.get());
        preview.preview(MORNING_AUDIO);
        assertEquals(1, asked.get());
    }

    /** Nothing is kept, so that nothing can be repeated from a store. */
    @Test
    void the_same_recording_again_is_recognised_again() {
        AtomicInteger asked = new AtomicInteger();
        PreviewRecording preview = new PreviewRecording(audio -> {
            asked.incrementAndGet();
            return studio.engine.transcribe(audio);
        }, studio.analyzer);
        assertEquals(preview.preview(MORNING_AUDIO), preview.preview(MORNING_AUDIO));
        assertEquals(2, asked.get());
    }

    @Test
    void what_an_engine_may_throw_comes_as_it_is() {
        var refused = new RecordingRefusedException(Reason.TOO_LONG, "Too long.");
        assertSame(refused, assertThrows(RecordingRefusedException.class, () -> withEngine(refused)));
        var failed = new AnalysisFailedException("No JSON object.", false, new IllegalStateException("vendor"));
        assertSame(failed, assertThrows(AnalysisFailedException.class, () -> withAnalyzer(failed)));
    }

    @Test
    void what_an_engine_should_not_have_thrown_is_a_failure_of_it_and_its_words_stay_in_the_cause() {
        var vendor = new IllegalStateException("said 4711");
        var transcription = assertThrows(TranscriptionFailedException.class, () -> withEngine(vendor));
        assertTrue(transcription.retryable());
        assertSame(vendor, transcription.getCause());
        assertFalse(transcription.getMessage().contains("4711"), transcription.getMessage());
        var analysis = assertThrows(AnalysisFailedException.class, () -> withAnalyzer(vendor));
        assertTrue(analysis.retryable());
        assertSame(vendor, analysis.getCause());
        assertFalse(analysis.getMessage().contains("4711"), analysis.getMessage());
    }

    private void withEngine(RuntimeException failure) {
        new PreviewRecording(audio -> {
            throw failure;
        }, studio.analyzer).preview(MORNING_AUDIO);
    }

    private void withAnalyzer(RuntimeException failure) {
        new PreviewRecording(studio.engine, transcript -> {
            throw failure;
        }).preview(MORNING_AUDIO);
    }
}
