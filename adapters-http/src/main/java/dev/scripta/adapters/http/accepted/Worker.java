package dev.scripta.adapters.http.accepted;

import dev.scripta.core.error.AnalysisFailedException;
import dev.scripta.core.error.RecordingInProgressException;
import dev.scripta.core.error.RecordingRefusedException;
import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.AcceptedRecording;
import dev.scripta.core.usecase.ProcessRecording;
import dev.scripta.core.usecase.ProcessedRecording;
import java.util.function.Consumer;
import java.util.function.Function;

/** Works on recordings that are in use, and tells the shelf how that ended. Thread-safe. */
final class Worker {

    private static final System.Logger LOG = System.getLogger(Worker.class.getName());

    private final ProcessRecording processRecording;
    private final Shelf shelf;
    private final Awaited awaited;
    private final Consumer<ProcessedRecording> processed;

    Worker(ProcessRecording processRecording, Shelf shelf, Awaited awaited, Consumer<ProcessedRecording> processed) {
        this.processRecording = processRecording;
        this.shelf = shelf;
        this.awaited = awaited;
        this.processed = processed;
    }

    /**
     * Processes what somebody waits for.
     *
     * @throws ScriptaException what {@link ProcessRecording#process(AcceptedRecording)} throws
     */
    ProcessedRecording process(AcceptedRecording intent) {
        return work(intent, processRecording::process, Ending::of);
    }

    /** Processes what somebody was told is accepted; it has been awaited since. */
    void finish(AcceptedRecording intent) {
        finished(intent, processRecording::process, Ending::of);
    }

    /** Goes on with what was interrupted. False when the store is away: the others then have to wait, too. */
    boolean resume(AcceptedRecording intent) {
        awaited.begin(intent);
        return finished(intent, processRecording::resume, Ending::ofResumed);
    }

    /** What may have been billed, or cannot succeed, is not repeated unless somebody asks for it, who was told. */
    private ProcessedRecording work(AcceptedRecording intent,
            Function<AcceptedRecording, ProcessedRecording> process, Function<ProcessedRecording, Ending> end) {
        try {
            return worked(intent, process, end);
        } catch (ScriptaException failure) {
            if (failure.outcomeUnknown()) {
                shelf.giveUp(intent, "may have been billed without an answer");
            } else if (isHopeless(failure)) {
                shelf.giveUp(intent, "cannot be processed");
            }
            throw failure;
        }
    }

    private ProcessedRecording worked(AcceptedRecording intent,
            Function<AcceptedRecording, ProcessedRecording> process, Function<ProcessedRecording, Ending> end) {
        Ending ending = Ending.OPEN;
        try {
            ProcessedRecording result = awaited.during(intent, () -> process.apply(intent));
            ending = end.apply(result);
            processed.accept(result);
            return result;
        } catch (RecordingRefusedException refused) {
            ending = Ending.UNHEARD;
            throw refused;
        } catch (RecordingInProgressException elsewhere) {
            ending = Ending.UNTOLD;
            throw elsewhere;
        } finally {
            shelf.release(intent, ending);
        }
    }

    private static boolean isHopeless(ScriptaException failure) {
        return (failure instanceof TranscriptionFailedException || failure instanceof AnalysisFailedException)
                && !failure.retryable();
    }

    /** Nobody waits for the answer, and no failure but that of the store, false then, may keep the others. */
    private boolean finished(AcceptedRecording intent, Function<AcceptedRecording, ProcessedRecording> process,
            Function<ProcessedRecording, Ending> end) {
        try {
            ProcessedRecording result = work(intent, process, end);
            LOG.log(System.Logger.Level.INFO, "Accepted recording finished without its client: {0}",
                    result.save().outcome());
            return true;
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.INFO, "Accepted recording not finished: {0}", told(failure));
            return !(failure instanceof StorageFailedException away && away.retryable());
        }
    }

    /** Our own words are safe to show; others may hold what was said. */
    private static String told(RuntimeException failure) {
        return failure instanceof ScriptaException known ? known.detail() : failure.getClass().getName();
    }
}
