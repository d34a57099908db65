package dev.scripta.core.usecase;

import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.EngineFailure.Stage;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.usecase.JournalWriting.Noted;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The paid stages of one recording, each noted in the journal as soon as it is finished. With the journal away the work goes
 * on unrecorded: a result that is there must not be lost. Thread-safe.
 */
final class RecordingWork {

    private final PaidStages stages;
    private final Claims claims;
    private final JournalWriting journal;
    private final WorkBoard board;

    RecordingWork(PaidStages stages, Claims claims, JournalWriting journal, WorkBoard board) {
        this.stages = stages;
        this.claims = claims;
        this.journal = journal;
        this.board = board;
    }

    /**
     * What came of it.
     *
     * @param content the result
     * @param recorded whether the journal has it for certain
     */
    record Result(Content content, boolean recorded) {}

    /** Does all of the work without a claim. */
    Content withoutClaim(RecordingKey recording, AudioSource audio) {
        board.show(recording, Step.TRANSCRIBING, 0);
        Transcript transcript = stages.transcribe(audio, board.recognition(recording, 0));
        board.show(recording, Step.ANALYSING, 0);
        return stages.analyze(transcript);
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
                    .or(() -> stage(claim, Stage.TRANSCRIPTION, () -> stages.transcribe(audio,
                            board.recognition(claim.recording(), claim.fence())))
                            .filter(transcript -> journal.checkpoint(claim, transcript) != Noted.LOST))
                    .flatMap(transcript -> stage(claim, Stage.ANALYSIS, () -> stages.analyze(transcript)))
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
        board.show(claim.recording(), Step.of(stage), claim.fence());
        try {
            return Optional.of(work.get());
        } catch (ScriptaException failure) {
            if (journal.failed(claim, stage, failure) == Noted.LOST) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private Optional<Result> completed(Claim claim, Content content) {
        board.show(claim.recording(), Step.SAVING, claim.fence());
        Noted noted = journal.complete(claim, content);
        return noted == Noted.LOST ? Optional.empty() : Optional.of(new Result(content, noted == Noted.YES));
    }
}
