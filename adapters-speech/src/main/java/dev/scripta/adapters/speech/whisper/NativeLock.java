package dev.scripta.adapters.speech.whisper;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * The library keeps contexts and states of the whole process in maps without locks of their own: calls, which look there,
 * go on side by side; whoever adds or removes is alone and waits for them. One for the process, as the maps are.
 */
final class NativeLock {

    private static final ReadWriteLock MAPS = new ReentrantReadWriteLock(true);

    private NativeLock() {}

    static <T> T shared(Supplier<T> call) {
        return holding(MAPS.readLock(), call);
    }

    static <T> T alone(Supplier<T> change) {
        return holding(MAPS.writeLock(), change);
    }

    static void alone(Runnable change) {
        alone(() -> {
            change.run();
            return true;
        });
    }

    private static <T> T holding(Lock lock, Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
