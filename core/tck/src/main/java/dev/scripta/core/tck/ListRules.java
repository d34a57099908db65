package dev.scripta.core.tck;

import static dev.scripta.core.tck.Samples.A;
import static dev.scripta.core.tck.Samples.B;
import static dev.scripta.core.tck.Samples.C;
import static dev.scripta.core.tck.Samples.at;
import static dev.scripta.core.tck.Samples.content;
import static dev.scripta.core.tck.Samples.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationId;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.ConversationPage;
import dev.scripta.core.model.ConversationSummary;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lists and removal. */
interface ListRules extends RepositoryRules {

    /**
     * The list is newest first by creation time and, of the same time, greater id first; pages follow each other without
     * gap or overlap, and each tells the total. A change of content moves nothing.
     *
     * <p>
     * If this fails, check the sort (both columns, both descending) and the offset.
     */
    @Test
    default void r18_list_is_newest_first_in_pages_without_gap_or_overlap() {
        List<ConversationSummary> expected = new ArrayList<>();
        for (long time : new long[]{3, 1, 4, 1, 5, 2, 1}) {
            ConversationKey key = samples().newKey();
            Content content = content("created at " + time);
            Head head = repository().save(request(key, content, time)).head().orElseThrow();
            expected.add(new ConversationSummary(head.id(), key, content.analysis(), at(time)));
        }
        ConversationSummary changed = expected.get(1);
        repository().save(request(changed.key(), B, 9));
        expected.set(1, new ConversationSummary(changed.id(), changed.key(), B.analysis(), changed.createdAt()));
        expected.sort(Comparator.comparing(ConversationSummary::createdAt)
                .thenComparingLong(summary -> summary.id().value())
                .reversed());
        OwnerId owner = samples().owner();
        for (int size : new int[]{1, 3, 7, PageRequest.MAX_SIZE}) {
            List<ConversationSummary> seen = new ArrayList<>();
            int number = 1;
            ConversationPage page;
            do {
                page = repository().list(owner, new PageRequest(number++, size));
                assertEquals(expected.size(), page.total(), "total");
                assertTrue(page.entries().size() <= size, "no more entries than asked for");
                seen.addAll(page.entries());
            } while (page.hasMore());
            assertEquals(expected, seen, "in pages of " + size);
        }
    }

    /**
     * A page past the end is empty, and so is a page of size 0; both tell the total.
     *
     * <p>
     * If this fails, check that the total does not come from the page's own rows.
     */
    @Test
    default void r18_page_past_the_end_and_page_of_size_0_are_empty() {
        repository().save(request(samples().newKey(), A, 1));
        repository().save(request(samples().newKey(), B, 1));
        for (PageRequest request : List.of(new PageRequest(2, 10), new PageRequest(Integer.MAX_VALUE, 50),
                new PageRequest(1, 0))) {
            assertEquals(new ConversationPage(request, List.of(), 2), repository().list(samples().owner(), request));
        }
    }

    /**
     * What is deleted is gone for good, and deleting it again finds nothing. Other conversations stay.
     *
     * <p>
     * If this fails, check that the delete is committed when it returns, and that nothing is cached.
     */
    @Test
    default void r19_delete_removes_for_good() {
        ConversationKey key = samples().newKey();
        ConversationKey other = samples().newKey();
        repository().save(request(other, C, 1));
        ConversationId id = repository().save(request(key, A, 1)).head().orElseThrow().id();
        assertTrue(repository().delete(key.owner(), id), "deleted");
        assertFalse(repository().delete(key.owner(), id), "deleted again");
        assertEquals(Optional.empty(), repository().head(key));
        assertEquals(Optional.empty(), repository().find(key));
        assertEquals(Optional.empty(), repository().find(key.owner(), id));
        assertEquals(1, repository().list(key.owner(), new PageRequest(1, 10)).total());
        assertEquals(C, repository().find(other).orElseThrow().content());
    }

    /**
     * A save after the delete creates a new conversation: revision 1, another id, whatever order the old one had.
     *
     * <p>
     * If this fails, check that nothing of the deleted conversation is left to compare with, and how ids are made.
     */
    @Test
    default void r19_save_after_delete_creates_another_conversation() {
        ConversationKey key = samples().newKey();
        repository().save(request(key, A, 8));
        ConversationId old = repository().save(request(key, B, 9)).head().orElseThrow().id();
        repository().delete(key.owner(), old);
        SaveResult saved = repository().save(request(key, A, 1));
        Head head = saved.head().orElseThrow();
        assertEquals(SaveOutcome.CREATED, saved.outcome());
        assertEquals(1, head.revision());
        assertNotEquals(old, head.id());
        assertEquals(at(1), repository().find(key).orElseThrow().createdAt());
        assertEquals(Optional.empty(), repository().find(key.owner(), old));
    }
}
