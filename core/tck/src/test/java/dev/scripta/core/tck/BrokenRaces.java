package dev.scripta.core.tck;

import static dev.scripta.core.tck.Broken.rule;

import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.ConversationId;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.port.ConversationRepository;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Repositories that are wrong only when several use them. */
final class BrokenRaces {

    private static final long CHANGE_MILLIS = 50;

    static final List<Broken<Function<Store, ConversationRepository>>> ALL = List.of(
            rule("R20 R21", "looks, then inserts, and the loser fails", store -> new PlainRepository(store) {
                @Override
                public SaveResult save(SaveRequest request) {
                    boolean found = find(request.key()).isPresent();
                    if (!found) {
                        store.everyThread.meet();
                    }
                    synchronized (store) {
                        if (!found && find(request.key()).isPresent()) {
                            throw new StorageFailedException("duplicate key value violates unique constraint", false);
                        }
                        return super.save(request);
                    }
                }
            }),
            rule("R20 R21", "looks, then writes what it decided", store -> new PlainRepository(store) {
                @Override
                public SaveResult save(SaveRequest request) {
                    Optional<Conversation> found = find(request.key());
                    if (found.isEmpty()) {
                        store.everyThread.meet();
                    }
                    synchronized (store) {
                        return decided(request, found);
                    }
                }
            }),
            rule("R20", "loses updates", store -> new PlainRepository(store) {
                private final Map<ConversationKey, Conversation> read = new ConcurrentHashMap<>();

                // As if all had read the first row before any of them wrote the next.
                @Override
                boolean isNewer(SaveRequest request, Conversation stored) {
                    return super.isNewer(request, Gate.isOneOfMany()
                            ? read.computeIfAbsent(request.key(), key -> stored)
                            : stored);
                }
            }),
            rule("R20", "uses one statement for all", store -> new PlainRepository(store) {
                private volatile Optional<SaveRequest> bound = Optional.empty();

                @Override
                public SaveResult save(SaveRequest request) {
                    bound = Optional.of(request);
                    if (find(request.key()).isEmpty()) {
                        store.everyThread.meet();
                    }
                    return super.save(bound.orElseThrow());
                }
            }),
            rule("R20", "reads transcript and analysis apart", store -> new PlainRepository(store) {
                @Override
                public Optional<Conversation> find(ConversationKey key) {
                    synchronized (store) {
                        Optional<Conversation> before = super.find(key);
                        awaitChange();
                        return super.find(key).map(row -> new Conversation(row.key(), row.head(),
                                new Content(before.orElse(row).content().transcript(), row.content().analysis()),
                                row.createdAt(), row.updatedAt()));
                    }
                }

                private void awaitChange() {
                    try {
                        if (Gate.isOneOfMany()) {
                            store.wait(CHANGE_MILLIS);
                        }
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                }
            }),
            rule("R21", "caches in each instance", store -> new PlainRepository(store) {
                private final Map<ConversationKey, Optional<Conversation>> cache = new ConcurrentHashMap<>();

                @Override
                public Optional<Conversation> find(ConversationKey key) {
                    Optional<Conversation> found = cache.getOrDefault(key, super.find(key));
                    cache.put(key, found);
                    return found;
                }

                @Override
                public SaveResult save(SaveRequest request) {
                    synchronized (store) {
                        SaveResult result = super.save(request);
                        cache.remove(request.key());
                        return result;
                    }
                }

                @Override
                public boolean delete(OwnerId owner, ConversationId id) {
                    cache.clear();
                    return super.delete(owner, id);
                }
            }));

    private BrokenRaces() {}
}
