package dev.scripta.adapters.http.accepted;

import dev.scripta.core.model.AcceptedRecording;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/** Has what nobody works on finished in the background, each recording once. Thread-safe. */
final class Sweep {

    private final Inventory inventory;
    private final Shelf shelf;
    private final Worker worker;
    private final Background background;
    private final ReentrantLock taking = new ReentrantLock();

    /** Begun by this sweep or an earlier one, and not ended. */
    private final Set<String> swept = ConcurrentHashMap.newKeySet();

    Sweep(Inventory inventory, Shelf shelf, Worker worker, Background background) {
        this.inventory = inventory;
        this.shelf = shelf;
        this.worker = worker;
        this.background = background;
    }

    /** Returns at once. No more is begun once the store is found away. */
    void begin() {
        AtomicBoolean storeAway = new AtomicBoolean();
        for (String name : inventory.names()) {
            if (storeAway.get() || Thread.currentThread().isInterrupted()) {
                return;
            }
            if (swept.add(name)) {
                background.begin(() -> resume(name, storeAway), () -> swept.remove(name));
            }
        }
    }

    private void resume(String name, AtomicBoolean storeAway) {
        try {
            if (taken(name, storeAway).filter(intent -> !worker.resume(intent)).isPresent()) {
                storeAway.set(true);
            }
        } finally {
            swept.remove(name);
        }
    }

    /** One after the other, for each reads its file; and only when its turn has come, so that it can be deleted before. */
    private Optional<AcceptedRecording> taken(String name, AtomicBoolean storeAway) {
        taking.lock();
        try {
            return storeAway.get() || Thread.currentThread().isInterrupted() ? Optional.empty() : shelf.take(name);
        } finally {
            taking.unlock();
        }
    }
}
