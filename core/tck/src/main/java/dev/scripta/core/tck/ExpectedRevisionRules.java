package dev.scripta.core.tck;

import static dev.scripta.core.tck.Samples.A;
import static dev.scripta.core.tck.Samples.B;
import static dev.scripta.core.tck.Samples.C;
import static dev.scripta.core.tck.Samples.at;
import static dev.scripta.core.tck.Samples.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveResult;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Saves of callers that insist on the revision they have seen. */
interface ExpectedRevisionRules extends RepositoryRules {

    /**
     * With the current revision, other content is applied even if its order is older, and the order moves on.
     *
     * <p>
     * If this fails, check that the expected revision takes the place of the order guard.
     */
    @Test
    default void r09_current_revision_applies_even_an_older_order() {
        ConversationKey key = samples().newKey();
        Head first = repository().save(request(key, A, 5)).head().orElseThrow();
        SaveResult saved = repository().save(request(key, B, 3).expecting(1));
        Head head = saved.head().orElseThrow();
        assertEquals(SaveOutcome.UPDATED, saved.outcome());
        assertEquals(new Head(first.id(), 2, head.order(), B.fingerprint()), head);
        assertTrue(head.order().isNewerThan(new Order(5)), "the order moves on");
        assertEquals(Optional.of(new Conversation(key, head, B, at(5), at(3))), repository().find(key));
    }

    /**
     * With a revision that is not the current one, other content is a conflict and changes nothing.
     *
     * <p>
     * If this fails, check that the revision is compared in the same statement that writes.
     */
    @Test
    default void r09_stale_revision_with_other_content_is_a_conflict() {
        ConversationKey key = samples().newKey();
        repository().save(request(key, A, 1));
        Head stored = repository().save(request(key, B, 2)).head().orElseThrow();
        SaveResult conflict = SaveResult.of(SaveOutcome.CONFLICT, stored);
        assertEquals(conflict, repository().save(request(key, C, 9).expecting(1)), "a revision that was");
        assertEquals(conflict, repository().save(request(key, C, 9).expecting(3)), "a revision to come");
        assertEquals(Optional.of(new Conversation(key, stored, B, at(1), at(2))), repository().find(key));
    }

    /**
     * With a stale revision but the content that is already stored, nothing changes: the retry of an answer that got lost.
     *
     * <p>
     * If this fails, check that equal content is told before the revision is compared (RFC 9110 section 13.1.1).
     */
    @Test
    default void r09_stale_revision_with_the_same_content_is_unchanged() {
        ConversationKey key = samples().newKey();
        repository().save(request(key, A, 1));
        Head stored = repository().save(request(key, B, 2).expecting(1)).head().orElseThrow();
        assertEquals(SaveResult.of(SaveOutcome.UNCHANGED, stored), repository().save(request(key, B, 2).expecting(1)));
    }

    /**
     * A revision of a conversation that does not exist is a conflict without a head, and creates nothing.
     *
     * <p>
     * If this fails, check that the insert is guarded, too.
     */
    @Test
    default void r09_revision_of_nothing_is_a_conflict() {
        ConversationKey key = samples().newKey();
        assertEquals(new SaveResult(SaveOutcome.CONFLICT, Optional.empty()),
                repository().save(request(key, A, 1).expecting(1)));
        assertEquals(Optional.empty(), repository().find(key));
    }

    /**
     * Revision 0 means "there is none yet": it creates, but never replaces.
     *
     * <p>
     * If this fails, check that 0 is not taken for "no expectation".
     */
    @Test
    default void r10_revision_0_only_creates() {
        ConversationKey key = samples().newKey();
        SaveResult created = repository().save(request(key, A, 1).expecting(0));
        Head head = created.head().orElseThrow();
        assertEquals(SaveOutcome.CREATED, created.outcome());
        assertEquals(1, head.revision());
        assertEquals(SaveResult.of(SaveOutcome.CONFLICT, head), repository().save(request(key, B, 2).expecting(0)));
        assertEquals(SaveResult.of(SaveOutcome.UNCHANGED, head), repository().save(request(key, A, 1).expecting(0)));
        assertEquals(Optional.of(new Conversation(key, head, A, at(1), at(1))), repository().find(key));
    }

    /**
     * A return to earlier content, asked for with the current revision, is applied and is from then on the newest intent.
     *
     * <p>
     * If this fails, check that such a save raises the order by at least one.
     */
    @Test
    default void r10_revert_by_revision_is_applied_and_stays() {
        ConversationKey key = samples().newKey();
        repository().save(request(key, A, 1));
        repository().save(request(key, B, 2));
        SaveResult reverted = repository().save(request(key, A, 1).expecting(2));
        Head head = reverted.head().orElseThrow();
        assertEquals(SaveOutcome.UPDATED, reverted.outcome());
        assertEquals(3, head.revision());
        assertTrue(head.order().isNewerThan(new Order(2)), "the order moves on");
        assertEquals(SaveResult.of(SaveOutcome.SUPERSEDED, head), repository().save(request(key, B, 2)));
        assertEquals(A, repository().find(key).orElseThrow().content());
    }
}
