package dev.scripta.core.tck;

import static dev.scripta.core.tck.Broken.rule;

import dev.scripta.core.model.Content;
import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.ConversationPage;
import dev.scripta.core.model.FoldedWords;
import dev.scripta.core.model.JsonArray;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonString;
import dev.scripta.core.model.JsonValue;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SearchWords;
import dev.scripta.core.port.ConversationRepository;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;

/** Repositories that search wrong. */
final class BrokenSearches {

    static final List<Broken<Function<Store, ConversationRepository>>> ALL = List.of(
            rule("R25 R26", "finds whole words only", finding((beginnings, words) -> !beginnings.isEmpty()
                    && words.containsAll(beginnings))),
            rule("R25", "finds what is within words", finding((beginnings, words) -> !beginnings.isEmpty()
                    && beginnings.stream().allMatch(part -> words.stream().anyMatch(word -> word.contains(part))))),
            rule("R25", "finds any of the words", finding((beginnings, words) -> beginnings.stream()
                    .anyMatch(beginning -> words.stream().anyMatch(word -> word.startsWith(beginning))))),
            rule("R25", "finds all by nothing", finding((beginnings, words) -> beginnings.stream()
                    .allMatch(beginning -> words.stream().anyMatch(word -> word.startsWith(beginning))))),
            rule("R25", "searches transcripts alone", words(content -> FoldedWords.of(content.transcript().text()))),
            rule("R25", "searches analyses as they are written", words(content -> Stream.concat(
                    FoldedWords.of(content.transcript().text()),
                    FoldedWords.of(content.analysis().json().toJson())))),
            rule("R25", "cuts words", words(content -> all(content).map(word -> word.substring(0, Math.min(100, word
                    .length()))))),
            rule("R25", "searches what was saved first", store -> new PlainRepository(store) {
                private final Map<ConversationKey, Content> first = new HashMap<>();

                @Override
                Conversation created(SaveRequest request) {
                    first.put(request.key(), request.content());
                    return super.created(request);
                }

                @Override
                boolean isFound(Conversation row, List<String> beginnings) {
                    Content known = first.getOrDefault(row.key(), row.content());
                    return super.isFound(new Conversation(row.key(), row.head(), known, row.createdAt(), row
                            .updatedAt()), beginnings);
                }
            }),
            rule("R26", "knows the case of ASCII alone", words(content -> texts(content)
                    .map(text -> text.codePoints()
                            .map(letter -> letter < 128 ? Character.toLowerCase(letter) : letter)
                            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append))
                    .flatMap(BrokenSearches::split))),
            rule("R26", "has two small letters for one capital", words(content -> texts(content)
                    .map(text -> text.toLowerCase(Locale.ROOT))
                    .flatMap(BrokenSearches::split))),
            rule("R27", "tells the oldest first", store -> new PlainRepository(store) {
                @Override
                Stream<Conversation> onFoundPage(Stream<Conversation> rows, PageRequest page) {
                    return rows.sorted(OLDEST_FIRST).skip(page.offset()).limit(page.size());
                }
            }),
            rule("R27", "tells equal times in any order", store -> new PlainRepository(store) {
                @Override
                Stream<Conversation> onFoundPage(Stream<Conversation> rows, PageRequest page) {
                    return rows.sorted(Comparator.comparing(Conversation::createdAt).reversed())
                            .skip(page.offset())
                            .limit(page.size());
                }
            }),
            rule("R27", "searches a page of the list", store -> new PlainRepository(store) {
                @Override
                ConversationPage found(List<Conversation> rows, PageRequest page) {
                    ConversationPage right = super.found(rows, page);
                    List<ConversationKey> listed = onPage(visibleTo(owner(rows)), page).map(Conversation::key).toList();
                    return new ConversationPage(page,
                            right.entries().stream().filter(entry -> listed.contains(entry.key())).toList(),
                            right.total());
                }
            }),
            rule("R27", "counts what is not found, too", store -> new PlainRepository(store) {
                @Override
                ConversationPage found(List<Conversation> rows, PageRequest page) {
                    return new ConversationPage(page, super.found(rows, page).entries(), rows.isEmpty()
                            ? 0
                            : visibleTo(owner(rows)).count());
                }
            }),
            rule("R27", "loses the total behind the last page", store -> new PlainRepository(store) {
                @Override
                ConversationPage found(List<Conversation> rows, PageRequest page) {
                    ConversationPage right = super.found(rows, page);
                    return right.entries().isEmpty() && page.size() > 0
                            ? new ConversationPage(page, List.of(), 0)
                            : right;
                }
            }),
            rule("R28", "finds what others said", store -> new PlainRepository(store) {
                @Override
                Stream<Conversation> searched(OwnerId owner) {
                    Objects.requireNonNull(owner, "owner");
                    return List.copyOf(store.rows.values()).stream();
                }
            }),
            rule("R28", "counts what others said", store -> new PlainRepository(store) {
                @Override
                public ConversationPage search(OwnerId owner, SearchWords words, PageRequest page) {
                    ConversationPage right = super.search(owner, words, page);
                    List<String> beginnings = FoldedWords.of(words.text()).toList();
                    return new ConversationPage(page, right.entries(),
                            store.rows.values().stream().filter(row -> isFound(row, beginnings)).count());
                }
            }),
            rule("R23", "finds nothing on no page", store -> new PlainRepository(store) {
                @Override
                @SuppressWarnings("NullAway") // null is the mistake
                public ConversationPage search(OwnerId owner, SearchWords words, PageRequest page) {
                    return super.search(owner, words, Objects.requireNonNullElse(page, new PageRequest(1, 0)));
                }
            }));

    private BrokenSearches() {}

    private static OwnerId owner(List<Conversation> rows) {
        return rows.isEmpty() ? new OwnerId("nobody") : rows.get(0).key().owner();
    }

    private static Function<Store, ConversationRepository> finding(BiPredicate<List<String>, List<String>> found) {
        return store -> new PlainRepository(store) {
            @Override
            boolean isFound(Conversation row, List<String> beginnings) {
                return found.test(beginnings, wordsOf(row.content()).toList());
            }
        };
    }

    private static Function<Store, ConversationRepository> words(Function<Content, Stream<String>> words) {
        return store -> new PlainRepository(store) {
            @Override
            Stream<String> wordsOf(Content content) {
                return words.apply(content);
            }
        };
    }

    private static Stream<String> all(Content content) {
        return Stream.concat(FoldedWords.of(content.transcript().text()), FoldedWords.of(content.analysis().json()));
    }

    private static Stream<String> texts(Content content) {
        return Stream.concat(Stream.of(content.transcript().text()), texts(content.analysis().json()));
    }

    private static Stream<String> texts(JsonValue value) {
        if (value instanceof JsonString string) {
            return Stream.of(string.value());
        }
        if (value instanceof JsonArray array) {
            return array.elements().stream().flatMap(BrokenSearches::texts);
        }
        return value instanceof JsonObject object
                ? object.members().values().stream().flatMap(BrokenSearches::texts)
                : Stream.empty();
    }

    private static Stream<String> split(CharSequence text) {
        return Stream.of(text.toString().split("[^\\p{L}\\p{M}\\p{N}]+"));
    }
}
