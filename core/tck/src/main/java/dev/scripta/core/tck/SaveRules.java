package dev.scripta.core.tck;

import static dev.scripta.core.tck.Samples.A;
import static dev.scripta.core.tck.Samples.B;
import static dev.scripta.core.tck.Samples.at;
import static dev.scripta.core.tck.Samples.request;
import static dev.scripta.core.tck.Samples.richContent;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SaveResult;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The four outcomes of a save that insists on no revision. */
interface SaveRules extends RepositoryRules {

    /**
     * The first save of a session creates revision 1, and what was saved is found equal by session and by number.
     *
     * <p>
     * If this fails, check that the save is committed when it returns and that the answer holds what was stored.
     */
    @Test
    default void r01_first_save_creates_revision_1_and_is_found_equal() {
        ConversationKey key = samples().newKey();
        SaveResult saved = repository().save(request(key, A, 1));
        Head head = saved.head().orElseThrow();
        assertEquals(SaveOutcome.CREATED, saved.outcome());
        assertEquals(new Head(head.id(), 1, new Order(1), A.fingerprint()), head);
        Optional<Conversation> expected = Optional.of(new Conversation(key, head, A, at(1), at(1)));
        assertEquals(Optional.of(head), repository().head(key), "head");
        assertEquals(expected, repository().find(key), "found by session");
        assertEquals(expected, repository().find(key.owner(), head.id()), "found by number");
    }

    /**
     * Saving the same again changes nothing: revision, id and both times stay.
     *
     * <p>
     * If this fails, check that equal fingerprints are told from a change before anything is written.
     */
    @Test
    default void r02_identical_save_changes_nothing() {
        ConversationKey key = samples().newKey();
        SaveResult first = repository().save(request(key, A, 1));
        SaveResult again = repository().save(SaveRequest.of(key, A, new Order(1), at(7)));
        assertEquals(new SaveResult(SaveOutcome.UNCHANGED, first.head()), again);
        assertEquals(Optional.of(new Conversation(key, first.head().orElseThrow(), A, at(1), at(1))),
                repository().find(key));
    }

    /**
     * Newer other content replaces the old as a whole: revision 2, same id and creation time, nothing of the old left.
     *
     * <p>
     * If this fails, check that the update sets every column, also those that are empty now, and the revision.
     */
    @Test
    default void r03_newer_other_content_replaces_the_whole_conversation() {
        ConversationKey key = samples().newKey();
        Content old = new Content(richContent("what was said first").transcript(),
                new Analysis(JsonObject.of("of the old", "only")));
        Head first = repository().save(request(key, old, 1)).head().orElseThrow();
        SaveResult saved = repository().save(request(key, B, 2));
        Head expected = new Head(first.id(), 2, new Order(2), B.fingerprint());
        assertEquals(SaveResult.of(SaveOutcome.UPDATED, expected), saved);
        assertEquals(Optional.of(new Conversation(key, expected, B, at(1), at(2))), repository().find(key));
    }

    /**
     * Older other content changes nothing; the answer tells the head that is stored.
     *
     * <p>
     * If this fails, check that the order guards the update, and that the head is read after the refusal.
     */
    @Test
    default void r04_older_other_content_is_superseded() {
        ConversationKey key = samples().newKey();
        Head stored = repository().save(request(key, B, 2)).head().orElseThrow();
        SaveResult late = repository().save(request(key, A, 1));
        assertEquals(SaveResult.of(SaveOutcome.SUPERSEDED, stored), late);
        assertEquals(Optional.of(new Conversation(key, stored, B, at(2), at(2))), repository().find(key));
    }
}
