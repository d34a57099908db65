package dev.scripta.adapters.http.accepted;

import dev.scripta.adapters.http.transport.SpoolFailedException;
import dev.scripta.adapters.http.transport.Traces;
import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.model.AcceptedRecording;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.Recording;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.usecase.FollowRecordings;
import dev.scripta.core.usecase.ProcessRecording;
import dev.scripta.core.usecase.ProcessedRecording;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Processes recordings so that what was accepted is finished, though its client and even this process go. Thread-safe. */
public final class AcceptedRecordings {

    private final ProcessRecording processRecording;
    private final Intake intake;
    private final Shelf shelf;
    private final Inventory inventory;
    private final Awaited awaited;
    private final Worker worker;
    private final Background background;
    private final Sweep sweep;

    /**
     * Recordings kept in this folder, which belongs to one process at a time.
     *
     * @param follow sees the work of {@code processRecording}
     * @param atOnce how many may be processed at once in the background
     * @param keepAudio how long audio is kept after it was accepted, though it needs no more work; zero not to keep it
     * @param processed told of every result
     */
    public AcceptedRecordings(ProcessRecording processRecording, FollowRecordings follow, int atOnce, Path spool,
            Duration keepAudio, Clock clock, Consumer<ProcessedRecording> processed) {
        this.processRecording = Objects.requireNonNull(processRecording, "processRecording");
        AcceptedFolder folder = new AcceptedFolder(spool.resolve("accepted"));
        AcceptedFolder givenUp = new AcceptedFolder(spool.resolve("given-up"));
        Uses uses = new Uses();
        this.intake = new Intake(folder, uses, clock);
        this.shelf = new Shelf(folder, givenUp, uses, new Retention(folder, givenUp, keepAudio, clock));
        this.inventory = new Inventory(folder, givenUp, uses);
        this.awaited = new Awaited(follow);
        this.worker = new Worker(processRecording, shelf, awaited, Objects.requireNonNull(processed, "processed"));
        this.background = new Background(atOnce);
        this.sweep = new Sweep(inventory, shelf, worker, background);
    }

    /**
     * Accepts and processes a recording. Its file is moved away or deleted.
     *
     * @param recording with a file in the spool's folder
     * @param reprocess whether to pay again on purpose
     * @throws SpoolFailedException if it cannot be kept; nothing was paid for
     * @throws ScriptaException what {@link ProcessRecording#process(AcceptedRecording)} throws
     */
    public ProcessedRecording process(Recording recording, boolean reprocess) {
        AcceptedRecording intent = joined(recording, reprocess).orElseGet(() -> put(recording, reprocess));
        awaited.begin(intent);
        return worker.process(intent);
    }

    /**
     * Accepts a recording and returns as soon as it survives the end of the machine; it is processed in the background. One
     * that is in work here is not begun again.
     *
     * @param recording with a file in the spool's folder, which is moved away or deleted
     * @param reprocess whether to pay again on purpose
     * @throws SpoolFailedException if it cannot be kept so; as far as it is kept, it is finished all the same
     */
    public void accept(Recording recording, boolean reprocess) {
        Optional<AcceptedRecording> joined = joined(recording, reprocess);
        if (joined.isPresent()) {
            force(joined.get());
            shelf.release(joined.get(), Ending.UNTOLD);
            return;
        }
        AcceptedRecording intent = put(recording, reprocess);
        force(intent);
        awaited.begin(intent);
        background.begin(Traces.carried(() -> worker.finish(intent)), () -> {
            awaited.end(intent);
            shelf.release(intent, Ending.OPEN);
        });
    }

    /** Whoever was told that it is accepted keeps no copy. */
    private void force(AcceptedRecording intent) {
        boolean forced = false;
        try {
            intake.force(intent);
            forced = true;
        } finally {
            if (!forced) {
                shelf.release(intent, Ending.UNTOLD);
            }
        }
    }

    private Optional<AcceptedRecording> joined(Recording recording, boolean reprocess) {
        return reprocess ? Optional.empty() : intake.join(recording, spooled(recording));
    }

    private AcceptedRecording put(Recording recording, boolean reprocess) {
        return intake.put(processRecording.accept(recording, reprocess), spooled(recording));
    }

    private static Path spooled(Recording recording) {
        return recording.audio().file().orElseThrow();
    }

    /** What being kept here tells of a recording; empty when it is not, or needs no more work. */
    public Optional<Keeping> keeping(RecordingKey recording) {
        return awaited.of(recording).or(() -> inventory.keeping(recording));
    }

    /** The owner's recordings that need work or were given up, the one accepted last first; at most so many. */
    public List<RecordingKey> open(OwnerId owner, int limit) {
        return inventory.open(owner).stream().limit(limit).toList();
    }

    /** The conversation's recordings that it was made of, while they are kept, the last one first. */
    public List<Recording> kept(ConversationKey key) {
        return inventory.kept(key);
    }

    /** How many are processed in the background, or wait for their turn. */
    public int inBackground() {
        return background.count();
    }

    /**
     * Lets what is processed in the background end within this time, and interrupts the rest: the next start finishes
     * it.
     */
    public void close(Duration grace) {
        background.close(grace);
    }

    /**
     * Has what was accepted and is worked on by nobody here finished in the background, each once, and returns. What an
     * earlier sweep has not come to yet is not begun again, and no more is begun once the store is found away. What fails
     * is left for the next sweep; what an engine refuses for good or may have billed without an answer, or a week could
     * not finish, is given up.
     */
    public void sweep() {
        sweep.begin();
    }

    /** How many lie in the folder: in work, waiting to be finished, or done and kept for their audio. Lists the folder. */
    public int accepted() {
        return inventory.names().size();
    }

    /** How many were given up and wait for a person. Lists their folder. */
    public int givenUp() {
        return inventory.givenUp().size();
    }

    /**
     * Keeps nothing of one recording but what can be heard beside its conversation.
     *
     * @return whether nothing is left to be worked on; false when somebody works on it at the moment
     */
    public boolean discard(RecordingKey recording) {
        return shelf.discard(recording);
    }

    /** Deletes what is kept of the conversation's audio, except what is worked on at the moment. */
    public void forget(ConversationKey key) {
        shelf.forget(key);
    }
}
