package dev.scripta.core.tck;

import dev.scripta.core.model.BacklogSize;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.model.Displaced;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.port.SaveBacklog;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A right backlog in small steps: a broken twin overrides one of them. It knows by heart what it has written. */
class PlainBacklog implements SaveBacklog {

    final Medium medium;
    private final Map<String, DeferredSave> known;

    PlainBacklog(Medium medium) {
        this.medium = medium;
        this.known = new LinkedHashMap<>(medium.files);
    }

    @Override
    public boolean add(DeferredSave save) {
        Objects.requireNonNull(save, "save");
        synchronized (medium) {
            return added(save, find(save.key()));
        }
    }

    boolean added(DeferredSave save, Optional<DeferredSave> waiting) {
        if (waiting.filter(other -> !isNewer(save, other)).isPresent()) {
            gaveWay(save);
            return answerToOlder();
        }
        if (!hasRoom(save, waiting)) {
            return full(save);
        }
        waiting.ifPresent(this::gaveWay);
        put(save);
        return true;
    }

    void gaveWay(DeferredSave save) {
        medium.displaced.merge(name(save.key()), Displaced.NONE.and(save.request()),
                (before, one) -> before.and(save.request()));
    }

    boolean isNewer(DeferredSave save, DeferredSave waiting) {
        int orders = save.request().order().compareTo(waiting.request().order());
        return orders > 0 || (orders == 0 && isGreater(save, waiting));
    }

    static boolean isGreater(DeferredSave save, DeferredSave waiting) {
        return save.request().content().fingerprint().compareTo(waiting.request().content().fingerprint()) > 0;
    }

    boolean answerToOlder() {
        return true;
    }

    boolean hasRoom(DeferredSave save, Optional<DeferredSave> waiting) {
        long bytes = size().bytes() + bytes(save) - waiting.map(PlainBacklog::bytes).orElse(0L);
        return bytes <= medium.mostBytes && (waiting.isPresent() || known.size() < medium.mostEntries);
    }

    boolean full(DeferredSave save) {
        return false;
    }

    final void put(DeferredSave save) {
        DeferredSave kept = kept(save);
        known.put(name(save.key()), kept);
        write(name(save.key()), kept);
    }

    /** How a save is stored. */
    DeferredSave kept(DeferredSave save) {
        return save;
    }

    /** How a conversation is told from others. */
    String name(ConversationKey key) {
        return key.owner().value().length() + key.owner().value() + key.session().value();
    }

    void write(String name, DeferredSave save) {
        medium.files.put(name, save);
    }

    void delete(String name) {
        medium.files.remove(name);
    }

    @Override
    public Optional<DeferredSave> find(ConversationKey conversation) {
        Objects.requireNonNull(conversation, "conversation");
        synchronized (medium) {
            return Optional.ofNullable(known.get(name(conversation)));
        }
    }

    @Override
    public Optional<Order> orderOf(ConversationKey conversation, Sha256 fingerprint) {
        Objects.requireNonNull(fingerprint, "fingerprint");
        synchronized (medium) {
            return find(conversation).map(DeferredSave::request)
                    .filter(request -> request.content().fingerprint().equals(fingerprint))
                    .map(SaveRequest::order)
                    .or(() -> orderOfDisplaced(conversation, fingerprint));
        }
    }

    Optional<Order> orderOfDisplaced(ConversationKey conversation, Sha256 fingerprint) {
        return Optional.ofNullable(medium.displaced.get(name(conversation)))
                .flatMap(orders -> orders.orderOf(fingerprint));
    }

    @Override
    public List<ConversationKey> waiting() {
        return saves().sorted(Comparator.comparing(this::waitsSince)).map(DeferredSave::key).toList();
    }

    Instant waitsSince(DeferredSave save) {
        return save.request().at();
    }

    @Override
    public void remove(DeferredSave save) {
        synchronized (medium) {
            letGo(save);
        }
    }

    @Override
    public void giveUp(DeferredSave save, String reason) {
        Objects.requireNonNull(reason, "reason");
        synchronized (medium) {
            if (letGo(save)) {
                bury(save);
            }
        }
    }

    void bury(DeferredSave save) {
        medium.dead.add(save);
    }

    boolean letGo(DeferredSave save) {
        Optional<DeferredSave> waiting = find(save.key()).filter(other -> isThis(save, other));
        waiting.map(DeferredSave::key).map(this::name).ifPresent(name -> {
            known.remove(name);
            delete(name);
            medium.displaced.remove(name);
        });
        return waiting.isPresent();
    }

    boolean isThis(DeferredSave save, DeferredSave waiting) {
        return save.request().order().equals(waiting.request().order())
                && save.request().content().fingerprint().equals(waiting.request().content().fingerprint());
    }

    @Override
    public BacklogSize size() {
        return new BacklogSize((int) saves().count(), saves().mapToLong(PlainBacklog::bytes).sum(), oldest(), dead());
    }

    Optional<Instant> oldest() {
        return saves().map(save -> save.request().at()).min(Comparator.naturalOrder());
    }

    int dead() {
        return medium.dead.size();
    }

    static long bytes(DeferredSave save) {
        return (long) save.request().content().transcript().text().length()
                + save.request().content().analysis().json().toJson().length();
    }

    /** A copy of all that waits. */
    final Stream<DeferredSave> saves() {
        synchronized (medium) {
            return List.copyOf(known.values()).stream();
        }
    }
}
