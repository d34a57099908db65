package dev.scripta.core.model;

import java.util.List;
import java.util.Objects;

/**
 * One page of an owner's conversations.
 *
 * @param request what was asked
 * @param entries newest first by creation time; of the same time, the greater id first
 * @param total how many conversations the owner has
 */
public record ConversationPage(PageRequest request, List<ConversationSummary> entries, long total) {

    /** Checks and copies. */
    public ConversationPage {
        Objects.requireNonNull(request, "request");
        entries = List.copyOf(Objects.requireNonNull(entries, "entries"));
        if (total < 0) {
            throw new IllegalArgumentException("total must not be negative");
        }
    }

    /** Whether the list goes on after this page. */
    public boolean hasMore() {
        return request.offset() + request.size() < total;
    }
}
