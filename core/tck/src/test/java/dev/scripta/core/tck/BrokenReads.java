package dev.scripta.core.tck;

import static dev.scripta.core.tck.Broken.rule;

import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationId;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.ConversationPage;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.port.ConversationRepository;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Repositories that find, list, delete or tell apart wrong. */
final class BrokenReads {

    private static final OwnerId NOBODY = new OwnerId("nobody");

    static final List<Broken<Function<Store, ConversationRepository>>> ALL = List.of(
            rule("R01 R14", "finds nothing by number", store -> new PlainRepository(store) {
                @Override
                public Optional<Conversation> find(OwnerId owner, ConversationId id) {
                    return super.find(owner, id).filter(row -> row.key().owner().equals(NOBODY));
                }
            }),
            rule("R11", "fails for an owner without conversations", store -> new PlainRepository(store) {
                @Override
                public Optional<Head> head(ConversationKey key) {
                    if (visibleTo(key.owner()).findAny().isEmpty()) {
                        throw new StorageFailedException("no such owner", false);
                    }
                    return super.head(key);
                }
            }),
            rule("R17", "finds another owner's conversation by number", store -> new PlainRepository(store) {
                @Override
                public Optional<Conversation> find(OwnerId owner, ConversationId id) {
                    return super.find(owner, id).or(() -> store.rows.values()
                            .stream()
                            .filter(row -> row.head().id().equals(id))
                            .findFirst());
                }
            }),
            rule("R17", "deletes another owner's conversation", store -> new PlainRepository(store) {
                @Override
                public boolean delete(OwnerId owner, ConversationId id) {
                    return super.delete(owner, id) || store.rows.values().removeIf(row -> row.head().id().equals(id));
                }
            }),
            rule("R17", "lists everybody's conversations", store -> new PlainRepository(store) {
                @Override
                public ConversationPage list(OwnerId owner, PageRequest page) {
                    return new ConversationPage(page, super.list(owner, page).entries(), store.rows.size());
                }
            }),
            rule("R17 R28", "tells sessions apart without their owner", store -> new PlainRepository(store) {
                @Override
                ConversationKey keyed(ConversationKey key) {
                    return new ConversationKey(NOBODY, key.session());
                }
            }),
            rule("R17", "folds the case of owners", store -> new PlainRepository(store) {
                @Override
                ConversationKey keyed(ConversationKey key) {
                    return new ConversationKey(new OwnerId(key.owner().value().toLowerCase(Locale.ROOT)), key
                            .session());
                }
            }),
            rule("R18", "lists the oldest first", store -> new PlainRepository(store) {
                @Override
                Stream<Conversation> onPage(Stream<Conversation> rows, PageRequest page) {
                    return rows.sorted(OLDEST_FIRST).skip(page.offset()).limit(page.size());
                }
            }),
            rule("R18", "lists by the time of the last change", store -> new PlainRepository(store) {
                @Override
                Stream<Conversation> onPage(Stream<Conversation> rows, PageRequest page) {
                    return super.onPage(rows.sorted(Comparator.comparing(Conversation::updatedAt).reversed())
                            .skip(page.offset())
                            .limit(page.size()), new PageRequest(1, page.size()));
                }
            }),
            rule("R18", "lists equal times in any order", store -> new PlainRepository(store) {
                @Override
                Stream<Conversation> onPage(Stream<Conversation> rows, PageRequest page) {
                    return rows.sorted(Comparator.comparing(Conversation::createdAt).reversed())
                            .skip(page.offset())
                            .limit(page.size());
                }
            }),
            rule("R18", "pages overlap", store -> new PlainRepository(store) {
                @Override
                Stream<Conversation> onPage(Stream<Conversation> rows, PageRequest page) {
                    return rows.sorted(OLDEST_FIRST.reversed()).skip(Math.max(0, page.offset() - 1)).limit(page.size());
                }
            }),
            rule("R18", "counts the page instead of all", store -> new PlainRepository(store) {
                @Override
                public ConversationPage list(OwnerId owner, PageRequest page) {
                    ConversationPage right = super.list(owner, page);
                    return page.offset() < right.total() && page.size() > 0
                            ? right
                            : new ConversationPage(page, List.of(), 0);
                }
            }),
            rule("R19", "deletes only for the moment", store -> new PlainRepository(store) {
                private final Map<ConversationKey, Conversation> deleted = new HashMap<>();

                @Override
                Conversation removed(Conversation row) {
                    deleted.put(row.key(), row);
                    return super.removed(row);
                }

                @Override
                Conversation created(SaveRequest request) {
                    return deleted.containsKey(request.key())
                            ? updated(request, deleted.get(request.key()))
                            : super.created(request);
                }
            }),
            rule("R19", "gives the id of a deleted conversation again", store -> new PlainRepository(store) {
                @Override
                Conversation removed(Conversation row) {
                    store.lastId = row.head().id().value() - 1;
                    return super.removed(row);
                }
            }),
            rule("R19", "deletes the owner's other conversations, too", store -> new PlainRepository(store) {
                @Override
                Conversation removed(Conversation row) {
                    store.rows.keySet().removeIf(key -> key.owner().equals(row.key().owner()));
                    return row;
                }
            }),
            rule("R22", "folds the case of sessions", sessions(value -> value.toLowerCase(Locale.ROOT))),
            rule("R22", "trims sessions", sessions(String::strip)),
            rule("R22", "cuts long sessions", sessions(value -> value.substring(0,
                    value.offsetByCodePoints(0, Math.min(99, value.codePointCount(0, value.length())))))),
            rule("R23", "takes null for absence", store -> new PlainRepository(store) {
                @Override
                public boolean delete(OwnerId owner, ConversationId id) {
                    return Stream.of(Optional.ofNullable(owner), Optional.ofNullable(id)).allMatch(Optional::isPresent)
                            && super.delete(owner, id);
                }
            }),
            rule("R24", "gives ids from a small range", store -> new PlainRepository(store) {
                @Override
                Conversation created(SaveRequest request) {
                    store.lastId = store.lastId % 256;
                    return super.created(request);
                }
            }));

    private BrokenReads() {}

    private static Function<Store, ConversationRepository> sessions(Function<String, String> folding) {
        return store -> new PlainRepository(store) {
            @Override
            ConversationKey keyed(ConversationKey key) {
                return new ConversationKey(key.owner(), new SessionId(folding.apply(key.session().value())));
            }
        };
    }
}
