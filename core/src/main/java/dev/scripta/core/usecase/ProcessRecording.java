package dev.scripta.core.usecase;

import dev.scripta.core.error.RecordingInProgressException;
import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.model.AcceptedRecording;
import dev.scripta.core.model.ClaimRequest;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.Recording;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.port.ConversationAnalyzer;
import dev.scripta.core.port.SpeechToText;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Turns a recording into the session's conversation: recognise, analyse, save. The same recording of the same session is
 * recognised once and analysed once, however often and wherever it is sent (design rule "process"). Thread-safe.
 */
public final class ProcessRecording {

    private final Stores stores;
    private final OrderClock orders;
    private final ProcessingAttempt attempt;
    private final Flights<Flight, ProcessedRecording> flights;
    private final Ticker ticker;
    private final WorkRules rules;
    private final RandomGenerator random;
    private final WorkBoard board;

    /** What requests share: only those join each other that may do the same. */
    private record Flight(RecordingKey recording, boolean reprocess, boolean journalNeeded) {}

    /**
     * The use case over these engines and stores.
     *
     * @param claims those of this process in the journal of {@code stores}
     * @param orders shared with {@link SaveAnalysis}
     * @param random the jitter of waiting; thread-safe
     * @param board shows the work while it is done
     */
    public ProcessRecording(SpeechToText speechToText, ConversationAnalyzer analyzer, Stores stores, Claims claims,
            OrderClock orders, RandomGenerator random, WorkBoard board) {
        this.stores = Objects.requireNonNull(stores, "stores");
        this.orders = Objects.requireNonNull(orders, "orders");
        this.rules = claims.rules();
        this.ticker = claims.ticker();
        this.random = Objects.requireNonNull(random, "random");
        this.board = Objects.requireNonNull(board, "board");
        JournalWriting journal = new JournalWriting(stores.journal(), rules);
        this.attempt = new ProcessingAttempt(stores, claims,
                new RecordingWork(new PaidStages(speechToText, analyzer), claims, journal, board), orders);
        this.flights = new Flights<>(ticker, rules);
    }

    /**
     * Accepts a recording for work. Its order is given here: a recording that takes long never overwrites one that was
     * accepted after it, and whoever takes the work over keeps it. With the store away, the clock alone gives it.
     *
     * @param reprocess whether to pay again on purpose if it was processed before
     */
    public AcceptedRecording accept(Recording recording, boolean reprocess) {
        return new AcceptedRecording(recording, orders.next(headIfReachable(recording.key())), reprocess);
    }

    private Optional<Head> headIfReachable(ConversationKey key) {
        try {
            return stores.conversations().head(key);
        } catch (StorageFailedException away) {
            return Optional.empty();
        }
    }

    /**
     * Processes a recording, or waits for whoever does so already, or tells what came of it before. May be called again,
     * here or elsewhere, with the same or another acceptance of the same recording. A recording without speech is
     * answered but not saved, so that an accidental silence cannot replace words. A result that cannot be saved now is
     * deferred.
     *
     * @throws dev.scripta.core.error.RecordingRefusedException when the audio cannot be used
     * @throws RecordingInProgressException when the patience with another worker ended
     * @throws dev.scripta.core.error.TranscriptionFailedException when recognition failed
     * @throws dev.scripta.core.error.AnalysisFailedException when the analysis failed; the transcript is kept
     * @throws StorageFailedException when the store refuses for good, or is away but needed to process again on purpose;
     *             nothing was paid for
     */
    public ProcessedRecording process(AcceptedRecording accepted) {
        return process(accepted, accepted.reprocess());
    }

    /**
     * Finishes what a process that ended had accepted. As {@link #process(AcceptedRecording)}, but with the journal away
     * nothing is paid for: nobody waits for the answer.
     */
    public ProcessedRecording resume(AcceptedRecording accepted) {
        return process(accepted, true);
    }

    private ProcessedRecording process(AcceptedRecording accepted, boolean journalNeeded) {
        ClaimRequest request = accepted.claimRequest();
        Flight flight = new Flight(request.recording(), request.reprocess(), journalNeeded);
        try {
            return flights.fly(flight, () -> lead(accepted, journalNeeded), ProcessedRecording::asReplay);
        } catch (ScriptaException failure) {
            throw failure.in(accepted.recording().key().session());
        }
    }

    /** Accepts the recording, and processes it unless it was processed before. */
    public ProcessedRecording process(Recording recording) {
        return process(accept(recording, false));
    }

    /** How many different recordings are worked on or waited for at the moment. */
    public int inWork() {
        return flights.count();
    }

    private ProcessedRecording lead(AcceptedRecording accepted, boolean journalNeeded) {
        long began = ticker.nanoTime();
        for (int questions = 1;; questions++) {
            Optional<ProcessedRecording> result = tried(accepted, journalNeeded);
            if (result.isPresent()) {
                return result.get();
            }
            awaitRival(began, questions);
        }
    }

    /** While a rival works, the journal knows better than this process what is done. */
    private Optional<ProcessedRecording> tried(AcceptedRecording accepted, boolean journalNeeded) {
        try {
            return attempt.process(accepted, journalNeeded);
        } finally {
            board.clear(accepted.claimRequest().recording());
        }
    }

    private void awaitRival(long began, int questions) {
        Duration pause = rules.poll().pause(questions, random);
        if (ticker.nanoTime() - began + pause.toNanos() > rules.patience().toNanos()) {
            throw new RecordingInProgressException(rules.rest().first());
        }
        try {
            ticker.pause(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RecordingInProgressException(rules.rest().first());
        }
    }
}
