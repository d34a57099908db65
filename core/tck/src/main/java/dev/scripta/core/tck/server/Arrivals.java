package dev.scripta.core.tck.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** What came so far, and how much of it waits for its answer. Thread-safe. */
final class Arrivals {

    private final Lock lock = new ReentrantLock();
    private final Condition came = lock.newCondition();
    private final List<ScriptedRequest> requests = new ArrayList<>();
    private int unanswered;
    private int mostAtOnce;

    void add(ScriptedRequest request) {
        lock.lock();
        try {
            requests.add(request);
            unanswered++;
            mostAtOnce = Math.max(mostAtOnce, unanswered);
            came.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void answered() {
        lock.lock();
        try {
            unanswered--;
        } finally {
            lock.unlock();
        }
    }

    List<ScriptedRequest> requests() {
        lock.lock();
        try {
            return List.copyOf(requests);
        } finally {
            lock.unlock();
        }
    }

    int mostAtOnce() {
        lock.lock();
        try {
            return mostAtOnce;
        } finally {
            lock.unlock();
        }
    }

    void await(int count, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (requests.size() < count) {
                if (left <= 0) {
                    throw new AssertionError(requests.size() + " of " + count + " requests came in " + patience);
                }
                left = came.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
