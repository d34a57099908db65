package dev.scripta.core.usecase;

import dev.scripta.core.error.AnalysisFailedException;
import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.EngineFailure.Stage;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.ConversationAnalyzer;
import dev.scripta.core.port.SpeechToText;
import dev.scripta.core.usecase.JournalWriting.Noted;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The paid stages of one recording, each noted in the journal as soon as it is finished. With the journal away the work goes
 * on unrecorded: a result that is there must not be lost. Thread-safe.
 */
final class RecordingWork {

    private static final String UNEXPECTED = "The engine failed unexpectedly.";

    private final SpeechToText speechToText;
    private final ConversationAnalyzer analyzer;
    private final Claims claims;
    private final JournalWriting journal;

    RecordingWork(SpeechToText speechToText, ConversationAnalyzer analyzer, Claims claims, JournalWriting journal) {
        this.speechToText = Objects.requireNonNull(speechToText, "speechToText");
        this.analyzer = Objects.requireNonNull(analyzer, "analyzer");
        this.claims = claims;
        this.journal = journal;
    }

    /**
     * What came of it.
     *
     * @param content the result
     * @param recorded whether the journal has it for certain
     */
    record Result(Content content, boolean recorded) {}

    /** Does all of the work without a claim. */
    Content withoutClaim(AudioSource audio) {
        Transcript transcript = paid(Stage.TRANSCRIPTION, () -> speechToText.transcribe(audio));
        return paid(Stage.ANALYSIS, () -> analyzed(transcript));
    }

    /** Tells the journal a result that is there already; empty when the claim was lost. */
    Optional<Result> conclude(Claim claim, Content content) {
        try {
            return completed(claim, content);
        } finally {
            claims.letGo(claim);
        }
    }

    /** Does what is left of the work; empty when the claim was lost, and then what was done does not count. */
    Optional<Result> under(Claim claim, AudioSource audio) {
        try {
            return claim.transcript()
                    .or(() -> stage(claim, Stage.TRANSCRIPTION, () -> speechToText.transcribe(audio))
                            .filter(transcript -> journal.checkpoint(claim, transcript) != Noted.LOST))
                    .flatMap(transcript -> stage(claim, Stage.ANALYSIS, () -> analyzed(transcript)))
                    .flatMap(content -> completed(claim, content));
        } finally {
            claims.letGo(claim);
        }
    }

    /** Runs a stage while the claim lasts; nothing is paid for under a claim that is lost. */
    private <T> Optional<T> stage(Claim claim, Stage stage, Supplier<T> work) {
        if (!claims.lasts(claim)) {
            return Optional.empty();
        }
        try {
            return Optional.of(paid(stage, work));
        } catch (ScriptaException failure) {
            if (journal.failed(claim, stage, failure) == Noted.LOST) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** What an adapter should not have thrown is told like a failure of its engine, and its words stay in the cause. */
    private static <T> T paid(Stage stage, Supplier<T> work) {
        try {
            return work.get();
        } catch (ScriptaException known) {
            throw known;
        } catch (RuntimeException unexpected) {
            throw stage == Stage.TRANSCRIPTION
                    ? new TranscriptionFailedException(UNEXPECTED, true, unexpected)
                    : new AnalysisFailedException(UNEXPECTED, true, unexpected);
        }
    }

    private Optional<Result> completed(Claim claim, Content content) {
        Noted noted = journal.complete(claim, content);
        return noted == Noted.LOST ? Optional.empty() : Optional.of(new Result(content, noted == Noted.YES));
    }

    /** Nothing is invented for a recording in which nobody spoke. */
    private Content analyzed(Transcript transcript) {
        return new Content(transcript, transcript.hasSpeech() ? analyzer.analyze(transcript) : Analysis.NONE);
    }
}
