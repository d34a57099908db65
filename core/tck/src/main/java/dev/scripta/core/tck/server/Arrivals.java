package dev.scripta.core.tck.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What came so far, and how much of it waits for its answer. Thread-safe. */
final class Arrivals {

    private final List<ScriptedRequest> requests = new ArrayList<>();
    private int unanswered;
    private int mostAtOnce;

    synchronized void add(ScriptedRequest request) {
        requests.add(request);
        unanswered++;
        mostAtOnce = Math.max(mostAtOnce, unanswered);
        notifyAll();
    }

    synchronized void answered() {
        unanswered--;
    }

    synchronized List<ScriptedRequest> requests() {
        return List.copyOf(requests);
    }

    synchronized int mostAtOnce() {
        return mostAtOnce;
    }

    synchronized void await(int count, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (requests.size() < count) {
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (left <= 0) {
                throw new AssertionError(requests.size() + " of " + count + " requests came in " + patience);
            }
            wait(left);
        }
    }
}
