package dev.scripta.core.simulation;

import dev.scripta.core.model.BacklogSize;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.port.ConversationRepository;
import dev.scripta.core.port.SaveBacklog;
import dev.scripta.core.usecase.DecoratedRepository;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Repositories and backlogs with a defect each. */
final class PlantedStores {

    private PlantedStores() {}

    /** Lets the last save win, however old its intent. */
    static ConversationRepository withoutOrderGuard(ConversationRepository inner) {
        return repository(inner, request -> {
            long newest = inner.head(request.key()).map(head -> head.order().value() + 1).orElse(0L);
            return inner.save(SaveRequest.of(request.key(), request.content(),
                    new Order(Math.max(newest, request.order().value())), request.at()));
        });
    }

    /** Takes equal content for no reason to note a newer order. */
    static ConversationRepository withoutOrderAdvance(ConversationRepository inner) {
        return repository(inner, request -> inner.head(request.key())
                .filter(head -> head.fingerprint().equals(request.content().fingerprint()))
                .map(head -> SaveResult.of(SaveOutcome.UNCHANGED, head))
                .orElseGet(() -> inner.save(request)));
    }

    /** Keeps the save that waits, whatever comes. */
    static SaveBacklog keepingTheOlder(SaveBacklog inner) {
        return new SaveBacklog() {
            @Override
            public boolean add(DeferredSave save) {
                return inner.find(save.key()).isPresent() || inner.add(save);
            }

            @Override
            public Optional<DeferredSave> find(ConversationKey conversation) {
                return inner.find(conversation);
            }

            @Override
            public Optional<Order> orderOf(ConversationKey conversation, Sha256 fingerprint) {
                return inner.orderOf(conversation, fingerprint);
            }

            @Override
            public List<ConversationKey> waiting() {
                return inner.waiting();
            }

            @Override
            public void remove(DeferredSave save) {
                inner.remove(save);
            }

            @Override
            public void giveUp(DeferredSave save, String reason) {
                inner.giveUp(save, reason);
            }

            @Override
            public BacklogSize size() {
                return inner.size();
            }
        };
    }

    private static ConversationRepository repository(ConversationRepository inner,
            Function<SaveRequest, SaveResult> save) {
        return new DecoratedRepository(inner) {
            @Override
            public SaveResult save(SaveRequest request) {
                return save.apply(request);
            }
        };
    }
}
