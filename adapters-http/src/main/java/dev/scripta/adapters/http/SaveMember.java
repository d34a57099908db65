package dev.scripta.adapters.http;

import dev.scripta.core.model.Head;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveResult;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Optional;

/**
 * What became of saving, in an answer.
 *
 * @param outcome the design's word for it
 * @param revision the conversation's, where there is one
 */
@JsonbPropertyOrder({"outcome", "revision"})
public record SaveMember(SaveOutcome outcome, Optional<Long> revision) {

    static SaveMember of(SaveResult result) {
        return new SaveMember(result.outcome(), result.head().map(Head::revision));
    }
}
