package dev.scripta.adapters.http;

import dev.scripta.core.model.Head;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.model.SessionId;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Optional;

/**
 * The answer to a save.
 *
 * @param status "saved"; "deferred" for a save that is kept and will be made; "skipped" for a guest's
 * @param sessionId as sent
 * @param conversationId null when nothing was stored
 * @param save what became of saving
 */
@JsonbPropertyOrder({"status", "sessionId", "conversationId", "save"})
public record SaveAnalysisResponse(String status, @JsonbProperty("session_id") String sessionId,
        @JsonbNillable @JsonbProperty("conversation_id") Optional<Long> conversationId, SaveMember save) {

    static SaveAnalysisResponse of(SessionId session, SaveResult result) {
        return new SaveAnalysisResponse(status(result), session.value(), result.head()
                .map(Head::id)
                .map(id -> id.value()),
                SaveMember.of(result));
    }

    private static String status(SaveResult result) {
        return switch (result.outcome()) {
            case SKIPPED -> "skipped";
            case DEFERRED, UNSAVED -> "deferred";
            case CREATED, UPDATED, UNCHANGED, SUPERSEDED, CONFLICT -> "saved";
        };
    }
}
