package dev.scripta.adapters.http;

import dev.scripta.core.model.Head;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveResult;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Optional;

/**
 * What became of saving, in an answer.
 *
 * @param outcome the design's word for it; a save that neither store nor backlog could keep is deferred, too: until it
 *            is sent again
 * @param revision the conversation's, where there is one
 * @param durable of a deferred save: whether it is kept and will be saved, whatever happens
 */
@JsonbPropertyOrder({"outcome", "revision", "durable"})
public record SaveMember(SaveOutcome outcome, Optional<Long> revision, Optional<Boolean> durable) {

    static SaveMember of(SaveResult result) {
        return switch (result.outcome()) {
            case DEFERRED -> deferred(true);
            case UNSAVED -> deferred(false);
            case CREATED, UPDATED, UNCHANGED, SUPERSEDED, CONFLICT, SKIPPED -> new SaveMember(result.outcome(),
                    result.head().map(Head::revision), Optional.empty());
        };
    }

    private static SaveMember deferred(boolean durable) {
        return new SaveMember(SaveOutcome.DEFERRED, Optional.empty(), Optional.of(durable));
    }

    boolean isDeferred() {
        return outcome == SaveOutcome.DEFERRED;
    }
}
