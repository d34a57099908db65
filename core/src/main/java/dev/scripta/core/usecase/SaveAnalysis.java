package dev.scripta.core.usecase;

import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.model.Sha256;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Saves a transcript and an analysis that the caller already has, such as a page's backup save. Thread-safe. */
public final class SaveAnalysis {

    private final Stores stores;
    private final RepeatedContent repeated;
    private final OrderClock orders;

    /** The use case over these stores; {@code orders} is shared with {@link ProcessRecording}. */
    public SaveAnalysis(Stores stores, OrderClock orders) {
        this.stores = Objects.requireNonNull(stores, "stores");
        this.repeated = new RepeatedContent(stores);
        this.orders = Objects.requireNonNull(orders, "orders");
    }

    /**
     * Saves the content. What repeats the stored content, or a result of the session's recordings, keeps its order, so
     * that a backup save is no new intent; anything else is new. With the store away the save waits in the backlog, and
     * the outcome is {@code DEFERRED}.
     *
     * @throws StorageFailedException when the store refuses, or is away and the backlog cannot keep the save
     */
    public SaveResult save(ConversationKey key, Content content) {
        Sha256 fingerprint = content.fingerprint();
        Optional<Order> waiting = stores.backlog().orderOf(key, fingerprint);
        SaveRequest request;
        try {
            request = SaveRequest.of(key, waiting.flatMap(order -> whole(key, fingerprint)).orElse(content),
                    orderOf(key, fingerprint, waiting), orders.now());
        } catch (StorageFailedException away) {
            Order order = waiting.orElseGet(() -> orders.next(Optional.empty()));
            return defer(SaveRequest.of(key, content, order, orders.now()), away);
        }
        try {
            return stores.conversations().save(request);
        } catch (StorageFailedException away) {
            return defer(request, away);
        }
    }

    /** The same content as the backlog has it: with segments, gaps and receipts, which callers do not bring. */
    private Optional<Content> whole(ConversationKey key, Sha256 fingerprint) {
        return stores.backlog()
                .find(key)
                .map(save -> save.request().content())
                .filter(content -> content.fingerprint().equals(fingerprint));
    }

    private SaveResult defer(SaveRequest request, StorageFailedException away) {
        if (away.retryable() && stores.backlog().add(new DeferredSave(request, Optional.empty()))) {
            return SaveResult.DEFERRED;
        }
        throw away.in(request.key().session());
    }

    /**
     * Saves the content if the conversation is as the caller has seen it, whatever its order. What the caller did not
     * change keeps what belongs to it: the same words their segments, gaps and receipts, the analysis its template. The content being there
     * already is {@code UNCHANGED} all the same: the retry of an answer that got lost (RFC 9110, section 13.1.1). Such a
     * save is never deferred, for nobody would hear of the conflict.
     *
     * @param expected tells whether this is what the caller has seen; empty for no conversation
     * @return {@code CONFLICT} when it is not, and the content differs
     * @throws StorageFailedException when the store failed
     */
    public SaveResult save(ConversationKey key, Content content, Predicate<Optional<Head>> expected) {
        try {
            Optional<Head> head = stores.conversations().head(key);
            if (expected.test(head)) {
                Content whole = head.flatMap(stored -> corrected(key, content)).orElse(content);
                return stores.conversations()
                        .save(SaveRequest.of(key, whole, orders.next(head), orders.now())
                                .expecting(head.map(Head::revision).orElse(0L)));
            }
            boolean there = head.filter(stored -> stored.fingerprint().equals(content.fingerprint())).isPresent();
            return new SaveResult(there ? SaveOutcome.UNCHANGED : SaveOutcome.CONFLICT, head);
        } catch (ScriptaException failure) {
            throw failure.in(key.session());
        }
    }

    /** Callers bring words and an object only. */
    private Optional<Content> corrected(ConversationKey key, Content content) {
        return stores.conversations().find(key).map(Conversation::content).map(stored -> {
            Analysis analysis = new Analysis(content.analysis().json(), stored.analysis().template(),
                    stored.analysis().calls());
            boolean sameWords = stored.transcript().text().equals(content.transcript().text());
            return new Content(sameWords ? stored.transcript() : content.transcript(), analysis);
        });
    }

    /**
     * Fails when the store does not tell: to save under the clock's order then could make a repetition the newest. The
     * backlog's order is made good when it is drained.
     */
    private Order orderOf(ConversationKey key, Sha256 fingerprint, Optional<Order> waiting) {
        Optional<Head> head = stores.conversations().head(key);
        return repeated.orderOf(key, fingerprint, head).or(() -> waiting).orElseGet(() -> orders.next(head));
    }
}
