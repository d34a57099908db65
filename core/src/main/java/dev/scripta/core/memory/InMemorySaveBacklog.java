package dev.scripta.core.memory;

import dev.scripta.core.model.BacklogSize;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.port.SaveBacklog;
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

    private final Map<ConversationKey, DeferredSave> saves = new HashMap<>();
    private final int most;
    private int dead;

    /** An empty backlog for this many conversations. */
    public InMemorySaveBacklog(int most) {
        this.most = most;
    }

    @Override
    public synchronized boolean add(DeferredSave save) {
        Optional<DeferredSave> waiting = find(save.key());
        if (waiting.isEmpty() && saves.size() >= most) {
            return false;
        }
        if (waiting.filter(other -> AGE.compare(other.request(), save.request()) >= 0).isEmpty()) {
            saves.put(save.key(), save);
        }
        return true;
    }

    @Override
    public synchronized Optional<DeferredSave> find(ConversationKey conversation) {
        return Optional.ofNullable(saves.get(Objects.requireNonNull(conversation, "conversation")));
    }

    @Override
    public synchronized List<ConversationKey> waiting() {
        return saves.values()
                .stream()
                .sorted(Comparator.comparing(save -> save.request().at()))
                .map(DeferredSave::key)
                .toList();
    }

    @Override
    public synchronized void remove(DeferredSave save) {
        saves.remove(save.key(), save);
    }

    @Override
    public synchronized void giveUp(DeferredSave save, String reason) {
        Objects.requireNonNull(reason, "reason");
        if (saves.remove(save.key(), save)) {
            dead++;
        }
    }

    /** A save counts with the bytes of its text: what a heap takes for it depends on the machine. */
    @Override
    public synchronized BacklogSize size() {
        Optional<Instant> oldest = waiting().stream().findFirst().flatMap(this::find).map(save -> save.request().at());
        long bytes = saves.values().stream().mapToLong(InMemorySaveBacklog::bytes).sum();
        return new BacklogSize(saves.size(), bytes, oldest, dead);
    }

    private static long bytes(DeferredSave save) {
        Content content = save.request().content();
        return (long) content.transcript().text().length() + content.analysis().json().toCanonicalJson().length();
    }
}
