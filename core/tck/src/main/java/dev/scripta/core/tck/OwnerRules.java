package dev.scripta.core.tck;

import static dev.scripta.core.tck.Samples.A;
import static dev.scripta.core.tck.Samples.B;
import static dev.scripta.core.tck.Samples.content;
import static dev.scripta.core.tck.Samples.newOwner;
import static dev.scripta.core.tck.Samples.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.scripta.core.model.ConversationId;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.model.SessionId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What belongs to whom, and which conversation is which. */
interface OwnerRules extends RepositoryRules {

    /**
     * What does not exist is empty: no exception, no null.
     *
     * <p>
     * If this fails, check the reading of an empty result.
     */
    @Test
    default void r11_absence_is_empty() {
        OwnerId stranger = newOwner("");
        ConversationKey key = new ConversationKey(stranger, new SessionId("s"));
        ConversationId id = new ConversationId(ConversationId.MAX_VALUE);
        assertEquals(Optional.empty(), repository().head(key));
        assertEquals(Optional.empty(), repository().find(key));
        assertEquals(Optional.empty(), repository().find(stranger, id));
        assertFalse(repository().delete(stranger, id));
        assertEquals(List.of(), repository().list(stranger, new PageRequest(1, 10)).entries());
        assertEquals(0, repository().list(stranger, new PageRequest(1, 10)).total());
    }

    /**
     * The same session id under two owners names two conversations.
     *
     * <p>
     * If this fails, check that the owner is part of the unique key and of every condition.
     */
    @Test
    default void r17_same_session_of_two_owners_is_two_conversations() {
        ConversationKey mine = samples().newKey();
        ConversationKey theirs = new ConversationKey(newOwner(""), mine.session());
        assertEquals(SaveOutcome.CREATED, repository().save(request(mine, A, 1)).outcome());
        assertEquals(SaveOutcome.CREATED, repository().save(request(theirs, B, 2)).outcome());
        assertEquals(A, repository().find(mine).orElseThrow().content());
        assertEquals(B, repository().find(theirs).orElseThrow().content());
    }

    /**
     * Another owner's conversation is not found by its number, not listed and not deleted.
     *
     * <p>
     * If this fails, check that reading and deleting by number ask for the owner, too.
     */
    @Test
    default void r17_conversation_of_another_owner_is_as_good_as_none() {
        ConversationKey key = samples().newKey();
        ConversationId id = repository().save(request(key, A, 1)).head().orElseThrow().id();
        OwnerId stranger = newOwner("");
        assertEquals(Optional.empty(), repository().find(stranger, id), "found");
        assertEquals(0, repository().list(stranger, new PageRequest(1, 10)).total(), "listed");
        assertFalse(repository().delete(stranger, id), "deleted");
        assertEquals(A, repository().find(key).orElseThrow().content());
    }

    /**
     * Owners are told apart exactly: letter case, blanks and Unicode form count.
     *
     * <p>
     * If this fails, check the collation and the type of the owner's column.
     */
    @Test
    default void r17_owner_ids_are_exact() {
        String base = newOwner("").value();
        for (String ending : List.of("a", "A", "a ", "\u00e9", "e\u0301", "\u0430")) {
            ConversationKey key = new ConversationKey(new OwnerId(base + ending), new SessionId("s"));
            assertEquals(SaveOutcome.CREATED, repository().save(request(key, A, 1)).outcome(), ending);
            assertEquals(1, repository().list(key.owner(), new PageRequest(1, 10)).total(), ending);
        }
    }

    /**
     * Session ids are told apart exactly and given back exactly: letter case, blanks, look-alikes, Unicode form and up to
     * 100 characters count.
     *
     * <p>
     * If this fails, check the collation, type and length (in characters) of the session's column, and for trimming.
     */
    @Test
    default void r22_session_ids_are_exact() {
        List<String> sessions = List.of("x", "X", "x ", " x", "x\u00a0", "x\u200b", "\u0445", "\uff58", "caf\u00e9",
                "cafe\u0301", "stra\u00dfe", "strasse", "i", "I", "\u0130", "\u0131", "1", "01", "x".repeat(99),
                "x".repeat(100), "\ud83d\ude00".repeat(99), "\ud83d\ude00".repeat(100));
        for (String session : sessions) {
            SaveResult saved = repository().save(request(samples().key(session), content(session), 1));
            assertEquals(SaveOutcome.CREATED, saved.outcome(), session);
        }
        for (String session : sessions) {
            ConversationKey key = samples().key(session);
            assertEquals(key, repository().find(key).orElseThrow().key(), session);
            assertEquals(content(session).fingerprint(), repository().head(key).orElseThrow().fingerprint(), session);
        }
        assertEquals(Set.copyOf(sessions),
                repository().list(samples().owner(), new PageRequest(1, PageRequest.MAX_SIZE))
                        .entries()
                        .stream()
                        .map(entry -> entry.key().session().value())
                        .collect(Collectors.toSet()));
    }

    /**
     * Every conversation has a number of its own.
     *
     * <p>
     * If this fails, check how ids are made, and what happens when one is taken.
     */
    @Test
    default void r24_ids_are_unique() {
        Set<ConversationId> ids = new HashSet<>();
        for (int i = 0; i < 300; i++) {
            ids.add(repository().save(request(samples().newKey(), A, 1)).head().orElseThrow().id());
        }
        assertEquals(300, ids.size());
    }
}
