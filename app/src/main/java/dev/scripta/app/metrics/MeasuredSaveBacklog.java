package dev.scripta.app.metrics;

import dev.scripta.core.model.BacklogSize;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.port.SaveBacklog;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Counts what enters a backlog and what is given up in it. Thread-safe. */
public final class MeasuredSaveBacklog implements SaveBacklog {

    private final SaveBacklog backlog;
    private final Meters meters;

    /** Counts in this backlog. */
    public MeasuredSaveBacklog(SaveBacklog backlog, Meters meters) {
        this.backlog = Objects.requireNonNull(backlog, "backlog");
        this.meters = Objects.requireNonNull(meters, "meters");
    }

    @Override
    public boolean add(DeferredSave save) {
        boolean kept = backlog.add(save);
        if (kept) {
            meters.deferred();
        }
        return kept;
    }

    @Override
    public Optional<DeferredSave> find(ConversationKey conversation) {
        return backlog.find(conversation);
    }

    @Override
    public Optional<Order> orderOf(ConversationKey conversation, Sha256 fingerprint) {
        return backlog.orderOf(conversation, fingerprint);
    }

    @Override
    public List<ConversationKey> waiting() {
        return backlog.waiting();
    }

    @Override
    public void remove(DeferredSave save) {
        backlog.remove(save);
    }

    @Override
    public void giveUp(DeferredSave save, String reason) {
        backlog.giveUp(save, reason);
        meters.gaveUp();
    }

    @Override
    public BacklogSize size() {
        return backlog.size();
    }
}
