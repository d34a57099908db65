package dev.scripta.core.tck;

import static dev.scripta.core.tck.Broken.rule;

import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.model.BacklogSize;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.port.SaveBacklog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Backlogs that choose, order, settle or bound wrong. */
final class BrokenBacklogs {

    static final List<Broken<Function<Medium, SaveBacklog>>> ALL = List.of(
            rule("B02 B07 B08 B09 B12", "the last that comes waits", medium -> new PlainBacklog(medium) {
                @Override
                boolean isNewer(DeferredSave save, DeferredSave waiting) {
                    return true;
                }
            }),
            rule("B02 B03 B04 B07 B08 B09 B12", "the first that comes waits", medium -> new PlainBacklog(medium) {
                @Override
                boolean isNewer(DeferredSave save, DeferredSave waiting) {
                    return false;
                }
            }),
            rule("B02", "of equal orders the last waits", medium -> new PlainBacklog(medium) {
                @Override
                boolean isNewer(DeferredSave save, DeferredSave waiting) {
                    return !waiting.request().order().isNewerThan(save.request().order());
                }
            }),
            rule("B02", "of equal orders the first waits", medium -> new PlainBacklog(medium) {
                @Override
                boolean isNewer(DeferredSave save, DeferredSave waiting) {
                    return save.request().order().isNewerThan(waiting.request().order());
                }
            }),
            rule("B02 B09 B12", "compares orders as text", medium -> new PlainBacklog(medium) {
                @Override
                boolean isNewer(DeferredSave save, DeferredSave waiting) {
                    int orders = digits(save).compareTo(digits(waiting));
                    return orders > 0 || (orders == 0 && isGreater(save, waiting));
                }
            }),
            rule("B02 B03 B07 B08 B09 B12", "an older save is a failure", medium -> new PlainBacklog(medium) {
                @Override
                boolean answerToOlder() {
                    return false;
                }
            }),
            rule("B03 B07 B08 B11", "the newest is first", medium -> new PlainBacklog(medium) {
                @Override
                public List<ConversationKey> waiting() {
                    List<ConversationKey> keys = new ArrayList<>(super.waiting());
                    Collections.reverse(keys);
                    return keys;
                }
            }),
            rule("B03", "sorts by order", medium -> new PlainBacklog(medium) {
                @Override
                Instant waitsSince(DeferredSave save) {
                    return Instant.EPOCH.plusMillis(save.request().order().value());
                }
            }),
            rule("B03 B07 B08", "does not sort", medium -> new PlainBacklog(medium) {
                @Override
                Instant waitsSince(DeferredSave save) {
                    return Instant.EPOCH;
                }
            }),
            rule("B03 B07 B08", "counts what was replaced", medium -> new PlainBacklog(medium) {
                private long replaced;

                @Override
                boolean added(DeferredSave save, Optional<DeferredSave> waiting) {
                    replaced += waiting.filter(other -> isNewer(save, other)).map(PlainBacklog::bytes).orElse(0L);
                    return super.added(save, waiting);
                }

                @Override
                public BacklogSize size() {
                    BacklogSize size = super.size();
                    return new BacklogSize(size.entries(), size.bytes() + replaced, size.oldest(), size.dead());
                }
            }),
            rule("B03 B08 B11", "remembers the oldest of all times", medium -> new PlainBacklog(medium) {
                private final Set<Instant> times = new HashSet<>();

                @Override
                Optional<Instant> oldest() {
                    super.oldest().ifPresent(times::add);
                    return times.stream().min(Instant::compareTo);
                }
            }),
            rule("B04 B08 B09", "lets go of whatever waits", medium -> new PlainBacklog(medium) {
                @Override
                boolean isThis(DeferredSave save, DeferredSave waiting) {
                    return true;
                }
            }),
            rule("B04", "lets go by order alone", medium -> new PlainBacklog(medium) {
                @Override
                boolean isThis(DeferredSave save, DeferredSave waiting) {
                    return save.request().order().equals(waiting.request().order());
                }
            }),
            rule("B04", "gives up whatever waits", medium -> new PlainBacklog(medium) {
                @Override
                public void giveUp(DeferredSave save, String reason) {
                    super.giveUp(find(save.key()).orElse(save), reason);
                }
            }),
            rule("B04", "what is settled never waits again", medium -> new PlainBacklog(medium) {
                private final Set<DeferredSave> settled = new LinkedHashSet<>();

                @Override
                boolean isNewer(DeferredSave save, DeferredSave waiting) {
                    return super.isNewer(save, waiting) && !settled.contains(save);
                }

                @Override
                boolean hasRoom(DeferredSave save, Optional<DeferredSave> waiting) {
                    return super.hasRoom(save, waiting) && !settled.contains(save);
                }

                @Override
                public void remove(DeferredSave save) {
                    settled.add(save);
                    super.remove(save);
                }
            }),
            rule("B07 B09", "has no bound", medium -> new PlainBacklog(medium) {
                @Override
                boolean hasRoom(DeferredSave save, Optional<DeferredSave> waiting) {
                    return true;
                }
            }),
            rule("B07 B09", "takes one too many", medium -> new PlainBacklog(medium) {
                @Override
                boolean hasRoom(DeferredSave save, Optional<DeferredSave> waiting) {
                    return super.hasRoom(save, waiting) || saves().count() <= medium.mostEntries;
                }
            }),
            rule("B07", "counts no bytes", medium -> new PlainBacklog(medium) {
                @Override
                boolean hasRoom(DeferredSave save, Optional<DeferredSave> waiting) {
                    return waiting.isPresent() || saves().count() < medium.mostEntries;
                }
            }),
            rule("B07", "counts the bytes afterwards", medium -> new PlainBacklog(medium) {
                @Override
                boolean hasRoom(DeferredSave save, Optional<DeferredSave> waiting) {
                    return size().bytes() <= medium.mostBytes
                            && (waiting.isPresent() || saves().count() < medium.mostEntries);
                }
            }),
            rule("B07", "a replacement needs room", medium -> new PlainBacklog(medium) {
                @Override
                boolean hasRoom(DeferredSave save, Optional<DeferredSave> waiting) {
                    return super.hasRoom(save, Optional.empty());
                }
            }),
            rule("B07 B09", "fails when it is full", medium -> new PlainBacklog(medium) {
                @Override
                boolean full(DeferredSave save) {
                    throw new StorageFailedException("The backlog is full.", true);
                }
            }),
            rule("B07 B09", "drops the oldest when it is full", medium -> new PlainBacklog(medium) {
                @Override
                boolean full(DeferredSave save) {
                    letGo(find(waiting().get(0)).orElseThrow());
                    put(save);
                    return true;
                }
            }),
            rule("B07", "lets go of the old before it looks for room", medium -> new PlainBacklog(medium) {
                @Override
                boolean full(DeferredSave save) {
                    find(save.key()).ifPresent(this::letGo);
                    return false;
                }
            }),
            rule("B07", "the dead take room", medium -> new PlainBacklog(medium) {
                @Override
                boolean hasRoom(DeferredSave save, Optional<DeferredSave> waiting) {
                    return super.hasRoom(save, waiting)
                            && saves().count() + dead() < medium.mostEntries + waiting.stream().count();
                }
            }),
            rule("B09", "looks, then replaces", medium -> new PlainBacklog(medium) {
                private final Map<ConversationKey, Optional<DeferredSave>> read = new ConcurrentHashMap<>();

                // As if all had looked before any of them wrote.
                @Override
                boolean added(DeferredSave save, Optional<DeferredSave> waiting) {
                    return super.added(save, Gate.isOneOfMany()
                            ? read.computeIfAbsent(save.key(), key -> waiting)
                            : waiting);
                }
            }),
            rule("B09", "counts, then adds", medium -> new PlainBacklog(medium) {
                @Override
                boolean hasRoom(DeferredSave save, Optional<DeferredSave> waiting) {
                    return super.hasRoom(save, waiting) || Gate.isOneOfMany();
                }
            }),
            rule("B09", "looks, then lets go", medium -> new PlainBacklog(medium) {
                private boolean late;

                // As if somebody had looked before this and let go after it.
                @Override
                boolean added(DeferredSave save, Optional<DeferredSave> waiting) {
                    boolean added = super.added(save, waiting);
                    late = true;
                    waiting.filter(old -> Gate.isOneOfMany()).ifPresent(this::letGo);
                    late = false;
                    return added;
                }

                @Override
                boolean isThis(DeferredSave save, DeferredSave waiting) {
                    return late || super.isThis(save, waiting);
                }
            }),
            rule("B09", "uses one buffer for all", medium -> new PlainBacklog(medium) {
                private volatile Optional<DeferredSave> buffer = Optional.empty();

                @Override
                public boolean add(DeferredSave save) {
                    buffer = Optional.of(save);
                    if (medium.mostEntries < AtOnce.THREADS) {
                        medium.everyThread.meet();
                    }
                    return super.add(buffer.orElse(save));
                }
            }));

    private BrokenBacklogs() {}

    private static String digits(DeferredSave save) {
        return Long.toString(save.request().order().value());
    }
}
