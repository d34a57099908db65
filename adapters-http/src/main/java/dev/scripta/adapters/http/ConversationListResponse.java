package dev.scripta.adapters.http;

import dev.scripta.core.model.ConversationPage;
import dev.scripta.core.model.ConversationSummary;
import dev.scripta.core.model.JsonValue;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.Optional;

/**
 * One page of conversations.
 *
 * @param conversations newest first
 * @param pagination where this page is in the list
 */
@JsonbPropertyOrder({"conversations", "pagination"})
public record ConversationListResponse(List<Entry> conversations, Pagination pagination) {

    static ConversationListResponse of(ConversationPage page, Titles titles) {
        return new ConversationListResponse(
                page.entries().stream().map(summary -> Entry.of(summary, titles)).toList(), new Pagination(
                        page.request().number(), page.request().size(), page.total(), page.hasMore()));
    }

    /**
     * One conversation of the list.
     *
     * @param id its number
     * @param sessionId which session's
     * @param createdAt UTC without a zone
     * @param patientName what the analysis has where its template says, whatever it is; null when there is none
     * @param chiefComplaint likewise
     */
    @JsonbPropertyOrder({"id", "sessionId", "createdAt", "patientName", "chiefComplaint"})
    public record Entry(long id, @JsonbProperty("session_id") String sessionId,
            @JsonbProperty("created_at") String createdAt,
            @JsonbNillable @JsonbProperty("patient_name") Optional<JsonValue> patientName,
            @JsonbNillable @JsonbProperty("chief_complaint") Optional<JsonValue> chiefComplaint) {

        static Entry of(ConversationSummary summary, Titles titles) {
            return new Entry(summary.id().value(), summary.key().session().value(), WireTime.of(summary.createdAt()),
                    titles.patientName(summary.analysis()), titles.chiefComplaint(summary.analysis()));
        }
    }

    /**
     * Where a page is in the list.
     *
     * @param page from 1
     * @param limit entries a page
     * @param total entries in all
     * @param hasMore whether the list goes on
     */
    @JsonbPropertyOrder({"page", "limit", "total", "hasMore"})
    public record Pagination(int page, int limit, long total, @JsonbProperty("has_more") boolean hasMore) {}
}
