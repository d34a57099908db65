package dev.scripta.core.usecase;

import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.port.JournalAnswer;
import dev.scripta.core.port.RecordingNote;
import dev.scripta.core.port.RecordingState;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/** Tells how recordings stand, and changes nothing. Another owner's are never told of. Thread-safe. */
public final class FollowRecordings {

    /** Longer than an instance takes to start again and look at what it accepted, so that few are sent again needlessly. */
    private static final Duration ABANDONED = Duration.ofMinutes(5);

    private final Stores stores;
    private final WorkBoard board;

    /** The use case over these stores; {@code board} is shared with {@link ProcessRecording}. */
    public FollowRecordings(Stores stores, WorkBoard board) {
        this.stores = Objects.requireNonNull(stores, "stores");
        this.board = Objects.requireNonNull(board, "board");
    }

    /**
     * How a recording stands; empty when nobody knows it. What is done here or waits in the backlog is known without the
     * store, too.
     *
     * @throws dev.scripta.core.error.StorageFailedException when only the store could tell, and it is away
     */
    public Optional<RecordingStatus> status(RecordingKey recording) {
        return board.of(recording)
                .or(() -> waiting(recording).map(FollowRecordings::deferred))
                .or(() -> stores.journal().look(recording).map(this::status));
    }

    /** Hears of each change to the recording that happens here; those of other instances are seen by asking again. */
    public WorkBoard.Watch watch(RecordingKey recording, Runnable changed) {
        return board.watch(recording, changed);
    }

    /**
     * The owner's recordings that are not settled: in work, waiting, abandoned, failed, or done and not saved yet; the one accepted
     * last first.
     *
     * @param limit at most so many
     * @throws dev.scripta.core.error.StorageFailedException when the store is away
     */
    public List<RecordingStatus> open(OwnerId owner, int limit) {
        Map<RecordingKey, Open> open = new HashMap<>();
        for (RecordingNote note : stores.journal().open(owner, limit)) {
            open.put(note.recording(), new Open(note.order().value(), status(note)));
        }
        stores.backlog()
                .waiting()
                .stream()
                .filter(conversation -> conversation.owner().equals(owner))
                .flatMap(conversation -> stores.backlog().find(conversation).stream())
                .forEach(save -> save.recording()
                        .ifPresent(
                                recording -> open.put(recording, new Open(save.request().order().value(), deferred(
                                        save)))));
        return open.values()
                .stream()
                .sorted(Comparator.comparingLong(Open::order).reversed())
                .limit(limit)
                .map(Open::status)
                .map(status -> board.of(status.recording()).orElse(status))
                .toList();
    }

    private record Open(long order, RecordingStatus status) {}

    private Optional<DeferredSave> waiting(RecordingKey recording) {
        return stores.backlog()
                .find(recording.conversation())
                .filter(save -> save.recording().equals(Optional.of(recording)));
    }

    private static RecordingStatus deferred(DeferredSave save) {
        return RecordingStatus.done(save.recording().orElseThrow(), 0,
                new ProcessedRecording(save.request().content(), SaveResult.DEFERRED, true));
    }

    private RecordingStatus status(RecordingNote note) {
        RecordingStatus status = noted(note);
        return status.isFinal() || note.idle().compareTo(ABANDONED) < 0
                ? status
                : RecordingStatus.abandoned(note.recording(), note.attempts(), Failures.abandoned(status.step()));
    }

    private RecordingStatus noted(RecordingNote note) {
        RecordingState state = note.state();
        if (state instanceof RecordingState.InStage in) {
            return RecordingStatus.at(note.recording(), Step.of(in.stage()), note.attempts(), OptionalDouble.empty());
        }
        if (state instanceof JournalAnswer.Done done) {
            return saved(note.recording().conversation(), done)
                    .map(save -> RecordingStatus.done(note.recording(), note.attempts(),
                            new ProcessedRecording(done.content(), save, true)))
                    .orElseGet(() -> RecordingStatus.at(note.recording(), Step.SAVING, note.attempts(),
                            OptionalDouble.empty()));
        }
        return RecordingStatus.failed(note.recording(), note.attempts(), Failures.of(state));
    }

    /** What became of saving the result; empty while nothing has. */
    private Optional<SaveResult> saved(ConversationKey conversation, JournalAnswer.Done done) {
        if (!done.content().transcript().hasSpeech()) {
            return Optional.of(SaveResult.SKIPPED);
        }
        Optional<Head> head = stores.conversations().head(conversation);
        return head.filter(stored -> stored.fingerprint().equals(done.content().fingerprint()))
                .map(stored -> new SaveResult(SaveOutcome.UNCHANGED, head))
                .or(() -> head.filter(stored -> stored.order().isNewerThan(done.order()))
                        .map(stored -> new SaveResult(SaveOutcome.SUPERSEDED, head)));
    }
}
