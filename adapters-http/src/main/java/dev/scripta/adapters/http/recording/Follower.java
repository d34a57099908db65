package dev.scripta.adapters.http.recording;

import dev.scripta.adapters.http.recording.Seats.Seat;
import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.usecase.RecordingStatus;
import dev.scripta.core.usecase.Ticker;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Tells of one recording until nothing more will happen to it. Between two looks it holds nothing but its connection and its
 * thread.
 */
final class Follower {

    private final Supplier<Optional<RecordingStatus>> look;
    private final Sink sink;
    private final BooleanSupplier allowed;
    private final Rhythm rhythm;
    private final Ticker ticker;
    private final long began;
    private long checked;
    private long wrote;
    private RecordingStatus told;
    private boolean owes;

    /** Whom to tell. */
    interface Sink {
        void tell(RecordingStatus status) throws IOException;

        void keepAlive() throws IOException;
    }

    /**
     * Tells how the recording stands now.
     *
     * @param look how it stands; empty when nobody knows it any more
     * @param allowed whether there is still somebody who may know
     */
    Follower(RecordingStatus now, Supplier<Optional<RecordingStatus>> look, Sink sink, BooleanSupplier allowed,
            Rhythm rhythm, Ticker ticker) throws IOException {
        this.look = look;
        this.sink = sink;
        this.allowed = allowed;
        this.rhythm = rhythm;
        this.ticker = ticker;
        this.began = ticker.nanoTime();
        this.checked = began;
        this.told = now;
        tell(now);
    }

    /** Follows; the seat is called when something may have changed. */
    void run(Seat seat) throws IOException, InterruptedException {
        while (!told.isFinal() && !seat.isOver()) {
            seat.await(pause());
            Optional<RecordingStatus> now = now();
            if (now.isEmpty() || seat.isOver() || !isAllowed()) {
                return;
            }
            if (isDue(now.get())) {
                tell(now.get());
            } else if (since(wrote) >= rhythm.comment().toNanos()) {
                sink.keepAlive();
                wrote = ticker.nanoTime();
            }
        }
    }

    /** A store that is away has told all it can. */
    private Optional<RecordingStatus> now() {
        try {
            return look.get();
        } catch (StorageFailedException away) {
            return Optional.of(told);
        }
    }

    private long pause() {
        long look = (since(began) < rhythm.later().toNanos() ? rhythm.look() : rhythm.laterLook()).toNanos();
        long due = (owes ? rhythm.gap() : rhythm.comment()).toNanos();
        return Math.clamp(due - since(wrote), 1, look);
    }

    /** A new stage is told at once, progress within it after a gap. */
    private boolean isDue(RecordingStatus now) {
        owes = !now.share().equals(told.share());
        return now.step() != told.step() || now.attempts() != told.attempts() || !reason(now).equals(reason(told))
                || (owes && since(wrote) >= rhythm.gap().toNanos());
    }

    private static Optional<String> reason(RecordingStatus status) {
        return status.failure().map(ScriptaException::detail);
    }

    private boolean isAllowed() {
        if (since(checked) < rhythm.check().toNanos()) {
            return true;
        }
        checked = ticker.nanoTime();
        return allowed.getAsBoolean();
    }

    private void tell(RecordingStatus status) throws IOException {
        sink.tell(status);
        told = status;
        owes = false;
        wrote = ticker.nanoTime();
    }

    private long since(long moment) {
        return ticker.nanoTime() - moment;
    }
}
