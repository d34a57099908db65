package dev.scripta.adapters.http.recording;

import dev.scripta.adapters.http.transport.RefusedException;
import dev.scripta.core.model.OwnerId;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Room for those who follow recordings, each of whom holds a connection: few for one caller, so that nobody takes it all,
 * and not all connections for all of them. Thread-safe.
 */
public final class Seats {

    private static final int FOR_ONE = 20;
    private static final Duration WAIT = Duration.ofSeconds(5);

    private final Semaphore free;
    private final Map<OwnerId, Integer> taken = new ConcurrentHashMap<>();
    private final Set<Seat> seats = ConcurrentHashMap.newKeySet();
    private volatile boolean finishing;

    /**
     * So many seats.
     *
     * @param all for all callers together, 1 or more
     */
    public Seats(int all) {
        this.free = new Semaphore(all);
    }

    /** One follower's, until closed. */
    final class Seat implements AutoCloseable {

        private final OwnerId owner;
        private final Semaphore call = new Semaphore(0);

        private Seat(OwnerId owner) {
            this.owner = owner;
        }

        /** Wakes the follower. */
        void call() {
            call.release();
        }

        /** Waits until called, at most so many nanoseconds. */
        void await(long nanos) throws InterruptedException {
            call.tryAcquire(nanos, TimeUnit.NANOSECONDS);
            call.drainPermits();
        }

        /** Whether the server is about to end. */
        boolean isOver() {
            return finishing;
        }

        @Override
        public void close() {
            seats.remove(this);
            taken.computeIfPresent(owner, (who, count) -> count > 1 ? count - 1 : null);
            free.release();
        }
    }

    /**
     * A seat for this caller.
     *
     * @throws RefusedException 429 when this caller has enough of them, 503 when there is none left
     */
    Seat take(OwnerId owner) {
        if (!free.tryAcquire()) {
            throw RefusedException.until(WAIT, 503,
                    "Too many recordings are being followed. Ask for the status instead.");
        }
        if (taken.merge(owner, 1, Integer::sum) > FOR_ONE) {
            taken.merge(owner, -1, Integer::sum);
            free.release();
            throw RefusedException.until(WAIT, 429,
                    "You follow " + FOR_ONE + " recordings already. Ask for the status instead.");
        }
        Seat seat = new Seat(owner);
        seats.add(seat);
        return seat;
    }

    /** How many are taken. */
    public int count() {
        return seats.size();
    }

    /** Asks all followers to leave: the server is about to end. */
    public void finish() {
        finishing = true;
        seats.forEach(Seat::call);
    }
}
