package dev.scripta.adapters.http.accepted;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Which recordings requests of this process need at the moment: their files stay until the last one is done. Thread-safe;
 * what is done to a recording, and what it is decided by, belongs into {@link #alone}.
 */
final class Uses {

    /** More than threads ever touch files at once; recordings that share a lock wait for no more than a few renames. */
    private static final int LOCKS = 64;

    private final List<ReentrantLock> locks = Stream.generate(ReentrantLock::new).limit(LOCKS).toList();
    private final Map<String, Use> uses = new ConcurrentHashMap<>();

    private record Use(Manifest manifest, int users, boolean settled) {}

    /** Does it while nobody else touches the recording. */
    <T> T alone(String name, Deed<T> deed) throws IOException {
        ReentrantLock lock = locks.get(Math.floorMod(name.hashCode(), LOCKS));
        lock.lock();
        try {
            return deed.act();
        } finally {
            lock.unlock();
        }
    }

    /** The manifest in force, while the recording is in use. */
    Optional<Manifest> manifest(String name) {
        return Optional.ofNullable(uses.get(name)).map(Use::manifest);
    }

    void begin(Manifest manifest) {
        uses.merge(manifest.name(), new Use(manifest, 1, false), (known, one) -> new Use(manifest, known.users() + 1,
                known.settled() && known.manifest().equals(manifest)));
    }

    /** One use ends; one that was told nothing says nothing of the work. Tells what is settled with the last one. */
    Optional<Manifest> end(String name, Ending ending) {
        Use before = Objects.requireNonNull(uses.get(name), "not in use");
        Manifest manifest = ending == Ending.SETTLED ? before.manifest().asHeard() : before.manifest();
        Use after = new Use(manifest, before.users() - 1, ending.settles().orElse(before.settled()));
        if (after.users() > 0) {
            uses.put(name, after);
            return Optional.empty();
        }
        uses.remove(name);
        return Optional.of(after).filter(Use::settled).map(Use::manifest);
    }
}
