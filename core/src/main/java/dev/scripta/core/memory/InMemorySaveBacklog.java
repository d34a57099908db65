package dev.scripta.core.memory;

import dev.scripta.core.model.BacklogSize;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.model.Displaced;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.port.SaveBacklog;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Keeps saves in memory while the store is away: lost at exit, so for tests and first steps. Thread-safe. */
public final class InMemorySaveBacklog implements SaveBacklog {

    private static final Comparator<SaveRequest> AGE = Comparator.comparing(SaveRequest::order)
            .thenComparing(request -> request.content().fingerprint());

    private final Map<ConversationKey, Entry> entries = new HashMap<>();
    private final int most;
    private final long mostBytes;
    private int dead;

    /** An empty backlog for this many conversations. */
    public InMemorySaveBacklog(int most) {
        this(most, Long.MAX_VALUE);
    }

    /** An empty backlog for this many conversations, with no more than this many bytes of text. */
    public InMemorySaveBacklog(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
    }

    /** A save, and the bytes of its text: what a heap takes for it depends on the machine. */
    private record Entry(DeferredSave save, long bytes, Displaced displaced) {

        static Entry of(DeferredSave save, Displaced displaced) {
            Content content = save.request().content();
            return new Entry(save, utf8(content.transcript().text()) + utf8(content.analysis().json().toJson()),
                    displaced);
        }

        private static long utf8(String text) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }

        Instant at() {
            return save.request().at();
        }
    }

    @Override
    public synchronized boolean add(DeferredSave save) {
        Optional<Entry> waiting = Optional.ofNullable(entries.get(save.key()));
        if (waiting.filter(other -> AGE.compare(other.save().request(), save.request()) >= 0).isPresent()) {
            Entry stays = waiting.get();
            entries.put(save.key(), new Entry(stays.save(), stays.bytes(), stays.displaced().and(save.request())));
            return true;
        }
        Entry entry = Entry.of(save,
                waiting.map(gone -> gone.displaced().and(gone.save().request())).orElse(Displaced.NONE));
        boolean hasRoom = (waiting.isPresent() || entries.size() < most)
                && bytes() - waiting.map(Entry::bytes).orElse(0L) <= mostBytes - entry.bytes();
        if (hasRoom) {
            entries.put(save.key(), entry);
        }
        return hasRoom;
    }

    @Override
    public synchronized Optional<DeferredSave> find(ConversationKey conversation) {
        return Optional.ofNullable(entries.get(Objects.requireNonNull(conversation, "conversation"))).map(Entry::save);
    }

    @Override
    public synchronized Optional<Order> orderOf(ConversationKey conversation, Sha256 fingerprint) {
        Objects.requireNonNull(fingerprint, "fingerprint");
        Optional<Entry> entry = Optional.ofNullable(entries.get(Objects.requireNonNull(conversation, "conversation")));
        return entry.map(Entry::save)
                .map(DeferredSave::request)
                .filter(request -> request.content().fingerprint().equals(fingerprint))
                .map(SaveRequest::order)
                .or(() -> entry.flatMap(known -> known.displaced().orderOf(fingerprint)));
    }

    @Override
    public synchronized List<ConversationKey> waiting() {
        return entries.values()
                .stream()
                .sorted(Comparator.comparing(Entry::at))
                .map(entry -> entry.save().key())
                .toList();
    }

    @Override
    public synchronized void remove(DeferredSave save) {
        letGo(save);
    }

    @Override
    public synchronized void giveUp(DeferredSave save, String reason) {
        Objects.requireNonNull(reason, "reason");
        if (letGo(save)) {
            dead++;
        }
    }

    private boolean letGo(DeferredSave save) {
        return find(save.key()).filter(save::equals).map(DeferredSave::key).map(entries::remove).isPresent();
    }

    @Override
    public synchronized BacklogSize size() {
        Optional<Instant> oldest = entries.values().stream().map(Entry::at).min(Comparator.naturalOrder());
        return new BacklogSize(entries.size(), bytes(), oldest, dead);
    }

    private long bytes() {
        return entries.values().stream().mapToLong(Entry::bytes).sum();
    }
}
