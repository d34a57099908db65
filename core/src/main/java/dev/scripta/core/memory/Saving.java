package dev.scripta.core.memory;

import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationId;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.model.Sha256;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;

/** The design's save rule, step by step: what one intent makes of what is stored. */
final class Saving {

    /** Newest order wins; the fingerprint only breaks ties, so that any order of arrival ends the same. */
    private static final Comparator<Head> AGE = Comparator.comparing(Head::order).thenComparing(Head::fingerprint);

    private final SaveRequest request;
    private final Sha256 fingerprint;
    private final Optional<Conversation> stored;
    private final SaveOutcome outcome;
    private final Optional<Conversation> after;

    Saving(SaveRequest request, Optional<Conversation> stored, Supplier<ConversationId> ids) {
        this.request = request;
        this.fingerprint = request.content().fingerprint();
        this.stored = stored;
        this.outcome = decide();
        this.after = switch (outcome) {
            case CREATED -> Optional.of(created(ids.get()));
            case UPDATED -> stored.map(this::updated);
            case UNCHANGED -> stored.map(this::movedOn);
            default -> stored;
        };
    }

    SaveResult result() {
        return new SaveResult(outcome, after.map(Conversation::head));
    }

    Optional<Conversation> after() {
        return after;
    }

    private SaveOutcome decide() {
        if (stored.isPresent() && stored.get().head().fingerprint().equals(fingerprint)) {
            return SaveOutcome.UNCHANGED;
        }
        long revision = stored.map(conversation -> conversation.head().revision()).orElse(0L);
        if (request.expectedRevision().isPresent() && request.expectedRevision().getAsLong() != revision) {
            return SaveOutcome.CONFLICT;
        }
        if (stored.isEmpty()) {
            return SaveOutcome.CREATED;
        }
        boolean applies = request.expectedRevision().isPresent() || isNewerThan(stored.get().head());
        return applies ? SaveOutcome.UPDATED : SaveOutcome.SUPERSEDED;
    }

    private boolean isNewerThan(Head head) {
        return AGE.compare(new Head(head.id(), head.revision(), request.order(), fingerprint), head) > 0;
    }

    private Conversation created(ConversationId id) {
        return new Conversation(request.key(), new Head(id, 1, request.order(), fingerprint), request.content(),
                request.at(), request.at());
    }

    private Conversation updated(Conversation old) {
        Order order = request.expectedRevision().isPresent()
                ? newest(new Order(old.head().order().value() + 1))
                : request.order();
        return new Conversation(old.key(), new Head(old.head().id(), old.head().revision() + 1, order, fingerprint),
                request.content(), old.createdAt(), request.at());
    }

    /** Equal content with a newer order must move the order on, or an intent between the two would win later. */
    private Conversation movedOn(Conversation old) {
        Head head = new Head(old.head().id(), old.head().revision(), newest(old.head().order()), fingerprint);
        return new Conversation(old.key(), head, old.content(), old.createdAt(), old.updatedAt());
    }

    private Order newest(Order other) {
        return request.order().isNewerThan(other) ? request.order() : other;
    }
}
