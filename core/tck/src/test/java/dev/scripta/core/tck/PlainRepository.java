package dev.scripta.core.tck;

import dev.scripta.core.model.Content;
import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationId;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.ConversationPage;
import dev.scripta.core.model.ConversationSummary;
import dev.scripta.core.model.FoldedWords;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.model.SearchWords;
import dev.scripta.core.port.ConversationRepository;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A right repository in small steps: a broken twin overrides one of them. */
class PlainRepository implements ConversationRepository {

    static final Comparator<Conversation> OLDEST_FIRST = Comparator.comparing(Conversation::createdAt)
            .thenComparingLong(row -> row.head().id().value());

    final Store store;

    PlainRepository(Store store) {
        this.store = store;
    }

    @Override
    public SaveResult save(SaveRequest request) {
        Objects.requireNonNull(request, "request");
        synchronized (store) {
            return decided(request, stored(request.key()));
        }
    }

    SaveResult decided(SaveRequest request, Optional<Conversation> stored) {
        SaveOutcome outcome = decide(request, stored);
        Optional<Conversation> row = switch (outcome) {
            case CREATED -> Optional.of(created(request));
            case UPDATED -> Optional.of(updated(request, stored.orElseThrow()));
            case UNCHANGED -> Optional.of(kept(request, stored.orElseThrow()));
            case SUPERSEDED -> Optional.of(superseding(request, stored.orElseThrow()));
            default -> stored;
        };
        row.ifPresent(conversation -> store.rows.put(keyed(request.key()), conversation));
        store.notifyAll();
        return new SaveResult(outcome, row.map(Conversation::head));
    }

    SaveOutcome decide(SaveRequest request, Optional<Conversation> stored) {
        if (stored.isPresent() && isSame(request, stored.get())) {
            return SaveOutcome.UNCHANGED;
        }
        OptionalLong expected = request.expectedRevision();
        if (expected.isPresent() && expected.getAsLong() != stored.map(row -> row.head().revision()).orElse(0L)) {
            return SaveOutcome.CONFLICT;
        }
        if (stored.isEmpty()) {
            return SaveOutcome.CREATED;
        }
        return expected.isPresent() || isNewer(request, stored.get()) ? SaveOutcome.UPDATED : SaveOutcome.SUPERSEDED;
    }

    boolean isSame(SaveRequest request, Conversation stored) {
        return stored.head().fingerprint().equals(request.content().fingerprint());
    }

    boolean isNewer(SaveRequest request, Conversation stored) {
        int orders = request.order().compareTo(stored.head().order());
        int contents = request.content().fingerprint().compareTo(stored.head().fingerprint());
        return orders > 0 || (orders == 0 && contents > 0);
    }

    Conversation created(SaveRequest request) {
        return row(request, new ConversationId(++store.lastId), 1, request.order(), request.content());
    }

    final Conversation row(SaveRequest request, ConversationId id, long revision, Order order, Content content) {
        return new Conversation(request.key(), new Head(id, revision, order, content.fingerprint()), content,
                request.at(), request.at());
    }

    Conversation updated(SaveRequest request, Conversation old) {
        Conversation row = row(request, old.head().id(), old.head().revision() + 1, orderAfterUpdate(request, old),
                request.content());
        return new Conversation(row.key(), row.head(), row.content(), old.createdAt(), row.updatedAt());
    }

    Order orderAfterUpdate(SaveRequest request, Conversation old) {
        return new Order(Math.max(request.order().value(), request.expectedRevision().isPresent()
                ? old.head().order().value() + 1
                : 0));
    }

    Conversation kept(SaveRequest request, Conversation old) {
        return old.head().order().isNewerThan(request.order()) ? old : withOrder(old, request.order());
    }

    static Conversation withOrder(Conversation row, Order order) {
        Head head = new Head(row.head().id(), row.head().revision(), order, row.head().fingerprint());
        return new Conversation(row.key(), head, row.content(), row.createdAt(), row.updatedAt());
    }

    Conversation superseding(SaveRequest request, Conversation old) {
        return old;
    }

    @Override
    public Optional<Head> head(ConversationKey key) {
        return find(key).map(Conversation::head);
    }

    @Override
    public Optional<Conversation> find(ConversationKey key) {
        synchronized (store) {
            return stored(key).map(this::shown);
        }
    }

    final Optional<Conversation> stored(ConversationKey key) {
        return Optional.ofNullable(store.rows.get(keyed(key)));
    }

    /** How a key is told from others. */
    ConversationKey keyed(ConversationKey key) {
        return Objects.requireNonNull(key, "key");
    }

    /** How a row comes back. */
    Conversation shown(Conversation row) {
        return row;
    }

    @Override
    public Optional<Conversation> find(OwnerId owner, ConversationId id) {
        Objects.requireNonNull(id, "id");
        return visibleTo(owner).filter(row -> row.head().id().equals(id)).findFirst().map(this::shown);
    }

    @Override
    public ConversationPage list(OwnerId owner, PageRequest page) {
        Objects.requireNonNull(page, "page");
        return page(page, onPage(visibleTo(owner).map(this::shown), page), visibleTo(owner).count());
    }

    static ConversationPage page(PageRequest page, Stream<Conversation> rows, long total) {
        return new ConversationPage(page, rows.map(
                row -> new ConversationSummary(row.head().id(), row.key(), row.content().analysis(), row.createdAt()))
                .toList(), total);
    }

    @Override
    public ConversationPage search(OwnerId owner, SearchWords words, PageRequest page) {
        Objects.requireNonNull(page, "page");
        List<String> beginnings = FoldedWords.of(words.text()).toList();
        return found(searched(owner).filter(row -> isFound(row, beginnings)).toList(), page);
    }

    /** What is searched. */
    Stream<Conversation> searched(OwnerId owner) {
        return visibleTo(owner);
    }

    ConversationPage found(List<Conversation> rows, PageRequest page) {
        return page(page, onFoundPage(rows.stream(), page), rows.size());
    }

    Stream<Conversation> onFoundPage(Stream<Conversation> rows, PageRequest page) {
        return rows.sorted(OLDEST_FIRST.reversed()).skip(page.offset()).limit(page.size());
    }

    boolean isFound(Conversation row, List<String> beginnings) {
        List<String> words = wordsOf(row.content()).toList();
        return !beginnings.isEmpty()
                && beginnings.stream()
                        .allMatch(beginning -> words.stream().anyMatch(word -> word.startsWith(beginning)));
    }

    /** The words by which a content is found. */
    Stream<String> wordsOf(Content content) {
        return Stream.concat(FoldedWords.of(content.transcript().text()), FoldedWords.of(content.analysis().json()));
    }

    Stream<Conversation> onPage(Stream<Conversation> rows, PageRequest page) {
        return rows.sorted(OLDEST_FIRST.reversed()).skip(page.offset()).limit(page.size());
    }

    @Override
    public boolean delete(OwnerId owner, ConversationId id) {
        Objects.requireNonNull(id, "id");
        synchronized (store) {
            return visibleTo(owner).filter(row -> row.head().id().equals(id))
                    .findFirst()
                    .map(this::removed)
                    .isPresent();
        }
    }

    Conversation removed(Conversation row) {
        store.rows.values().remove(row);
        return row;
    }

    /** A copy of the owner's rows. */
    Stream<Conversation> visibleTo(OwnerId owner) {
        Objects.requireNonNull(owner, "owner");
        synchronized (store) {
            return List.copyOf(store.rows.values()).stream().filter(row -> row.key().owner().equals(owner));
        }
    }
}
