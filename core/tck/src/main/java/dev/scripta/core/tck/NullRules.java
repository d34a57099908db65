package dev.scripta.core.tck;

import static dev.scripta.core.tck.Samples.A;
import static dev.scripta.core.tck.Samples.request;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.scripta.core.model.ConversationId;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.model.SearchWords;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Null is a programmer's mistake, refused at once. */
interface NullRules extends RepositoryRules {

    /**
     * Every null argument is refused with {@link NullPointerException}, and nothing changes.
     *
     * <p>
     * If this fails, check that arguments are required before they are used: a condition {@code = NULL} is silently
     * false.
     */
    @Test
    @SuppressWarnings("NullAway") // null is what this rule is about
    default void r23_null_is_refused_and_changes_nothing() {
        ConversationKey key = samples().newKey();
        OwnerId owner = key.owner();
        PageRequest page = new PageRequest(1, 10);
        SearchWords words = new SearchWords("words");
        Head head = repository().save(request(key, A, 1)).head().orElseThrow();
        ConversationId id = head.id();
        assertAll(refused("save", () -> repository().save(null)), refused("head", () -> repository().head(null)),
                refused("find by no session", () -> repository().find(null)),
                refused("find by no owner", () -> repository().find(null, id)),
                refused("find by no number", () -> repository().find(owner, null)),
                refused("list no owner's", () -> repository().list(null, page)),
                refused("list no page", () -> repository().list(owner, null)),
                refused("search no owner's", () -> repository().search(null, words, page)),
                refused("search no words", () -> repository().search(owner, null, page)),
                refused("search no page", () -> repository().search(owner, words, null)),
                refused("delete no owner's", () -> repository().delete(null, id)),
                refused("delete no number", () -> repository().delete(owner, null)));
        assertEquals(Optional.of(head), repository().head(key));
        assertEquals(1, repository().list(owner, page).total());
    }

    private static Executable refused(String call, Executable executable) {
        return () -> assertThrows(NullPointerException.class, executable, call);
    }
}
