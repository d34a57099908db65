package dev.scripta.core.usecase;

import dev.scripta.core.error.AnalysisFailedException;
import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.ConversationAnalyzer;
import dev.scripta.core.port.Progress;
import dev.scripta.core.port.SpeechToText;
import java.util.Objects;

/**
 * The two stages that engines do. What an adapter should not have thrown is told like a failure of its engine, and its words
 * stay in the cause. Thread-safe.
 */
final class PaidStages {

    private static final String UNEXPECTED = "The engine failed unexpectedly.";

    private final SpeechToText speechToText;
    private final ConversationAnalyzer analyzer;

    PaidStages(SpeechToText speechToText, ConversationAnalyzer analyzer) {
        this.speechToText = Objects.requireNonNull(speechToText, "speechToText");
        this.analyzer = Objects.requireNonNull(analyzer, "analyzer");
    }

    Transcript transcribe(AudioSource audio, Progress progress) {
        try {
            return speechToText.transcribe(audio, progress);
        } catch (ScriptaException known) {
            throw known;
        } catch (RuntimeException unexpected) {
            throw new TranscriptionFailedException(UNEXPECTED, true, unexpected);
        }
    }

    /** Nothing is invented for a recording in which nobody spoke. */
    Content analyze(Transcript transcript) {
        try {
            return new Content(transcript, transcript.hasSpeech() ? analyzer.analyze(transcript) : Analysis.NONE);
        } catch (ScriptaException known) {
            throw known;
        } catch (RuntimeException unexpected) {
            throw new AnalysisFailedException(UNEXPECTED, true, unexpected);
        }
    }
}
