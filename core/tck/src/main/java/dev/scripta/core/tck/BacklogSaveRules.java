package dev.scripta.core.tck;

import static dev.scripta.core.tck.BacklogSteps.added;
import static dev.scripta.core.tck.BacklogSteps.assertAllThatWait;
import static dev.scripta.core.tck.BacklogSteps.assertWaits;
import static dev.scripta.core.tck.BacklogSteps.save;
import static dev.scripta.core.tck.Samples.A;
import static dev.scripta.core.tck.Samples.B;
import static dev.scripta.core.tck.Samples.C;
import static dev.scripta.core.tck.Samples.at;
import static dev.scripta.core.tck.Samples.content;
import static dev.scripta.core.tck.Samples.newOwner;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.BacklogSize;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.port.SaveBacklog;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is kept, and for whom. */
interface BacklogSaveRules extends BacklogRules {

    /**
     * What was added waits, with its order, its time and the recording it came from, if any.
     *
     * <p>
     * If this fails, check that every part of the save is kept.
     */
    @Test
    default void b01_what_was_added_waits() {
        SaveRequest request = SaveRequest.of(samples().newKey(), A, new Order(Order.MAX_VALUE), at(1).plusNanos(
                123_456_000));
        DeferredSave recorded = added(backlog(), new DeferredSave(request, Optional.of(Sha256.of(new byte[]{1}))));
        DeferredSave brought = added(backlog(), save(samples().newKey(), B, 0));
        assertWaits(recorded, backlog());
        assertWaits(brought, backlog());
    }

    /**
     * A newer save replaces an older one; the older is accepted and changes nothing, as it is already superseded.
     *
     * <p>
     * If this fails, check that the orders are compared as numbers, and that old ones are no failure.
     */
    @Test
    default void b02_newest_save_of_a_conversation_waits() {
        ConversationKey key = samples().newKey();
        added(backlog(), save(key, A, 9));
        DeferredSave newest = added(backlog(), save(key, B, 100));
        added(backlog(), save(key, A, 20));
        assertAllThatWait(backlog(), newest);
        added(backlog(), newest);
        assertAllThatWait(backlog(), newest);
    }

    /**
     * Of equal orders the greater fingerprint waits, whichever came first: so every store ends with the same.
     *
     * <p>
     * If this fails, check that fingerprints are compared when orders are equal.
     */
    @Test
    default void b02_of_equal_orders_the_greater_fingerprint_waits() {
        boolean greater = A.fingerprint().compareTo(B.fingerprint()) > 0;
        for (List<Content> contents : List.of(List.of(A, B), List.of(B, A))) {
            ConversationKey key = samples().newKey();
            contents.forEach(content -> added(backlog(), save(key, content, 5)));
            assertWaits(save(key, greater ? A : B, 5), backlog());
        }
    }

    /**
     * The order of what gave way is known for as long as a save of its conversation waits, in the next process, too.
     *
     * <p>
     * If this fails, check that a save notes what it replaces and what came too late for it, with the orders and without
     * the words, and that nothing is told of other conversations.
     */
    @Test
    default void b12_order_of_what_gave_way_is_known() {
        ConversationKey key = samples().newKey();
        added(backlog(), save(key, A, 9));
        added(backlog(), save(samples().newKey(), C, 4));
        DeferredSave newest = added(backlog(), save(key, B, 20));
        added(backlog(), save(key, C, 15));
        for (SaveBacklog backlog : List.of(backlog(), reopened())) {
            assertEquals(Optional.of(new Order(20)), backlog.orderOf(key, B.fingerprint()));
            assertEquals(Optional.of(new Order(9)), backlog.orderOf(key, A.fingerprint()));
            assertEquals(Optional.of(new Order(15)), backlog.orderOf(key, C.fingerprint()));
            assertEquals(Optional.empty(), backlog.orderOf(samples().newKey(), A.fingerprint()));
        }
        SaveBacklog last = reopened();
        last.remove(newest);
        assertEquals(Optional.empty(), last.orderOf(key, A.fingerprint()));
    }

    /**
     * Those that wait are told from the oldest to the newest, by the time of the request that waits now.
     *
     * <p>
     * If this fails, check that the time of the request sorts, not that of the writing, the order or a name.
     */
    @Test
    default void b03_longest_waiting_is_first() {
        ConversationKey replaced = samples().newKey();
        added(backlog(), save(replaced, A, 1));
        DeferredSave second = added(backlog(), with(3, 7));
        DeferredSave third = added(backlog(), with(2, 8));
        DeferredSave first = added(backlog(), with(4, 6));
        DeferredSave last = added(backlog(), save(replaced, B, 9));
        assertAllThatWait(backlog(), first, second, third, last);
        assertEquals(Optional.of(at(6)), backlog().size().oldest());
        backlog().remove(first);
        assertAllThatWait(backlog(), second, third, last);
        assertEquals(Optional.of(at(7)), backlog().size().oldest());
    }

    /**
     * The size tells how many wait and since when, and grows with what they take.
     *
     * <p>
     * If this fails, check that a replaced or removed save is counted no more.
     */
    @Test
    default void b03_size_follows_what_waits() {
        BacklogSize empty = backlog().size();
        assertEquals(new BacklogSize(0, 0, Optional.empty(), 0), empty);
        assertEquals(List.of(), backlog().waiting());
        DeferredSave small = added(backlog(), save(samples().newKey(), content("x"), 1));
        long bytes = backlog().size().bytes();
        assertTrue(bytes > 0, "one takes something");
        added(backlog(), small);
        assertEquals(new BacklogSize(1, bytes, Optional.of(at(1)), 0), backlog().size());
        DeferredSave big = added(backlog(), save(small.key(), content("x".repeat(10_000)), 2));
        assertTrue(backlog().size().bytes() > bytes, "a long one takes more");
        assertEquals(Optional.of(at(2)), backlog().size().oldest());
        added(backlog(), save(small.key(), small.request().content(), 3));
        assertEquals(bytes, backlog().size().bytes(), "a replaced one takes nothing");
        backlog().remove(save(small.key(), small.request().content(), 3));
        assertEquals(empty, backlog().size());
        backlog().remove(big);
        assertEquals(empty, backlog().size());
    }

    /**
     * Nothing waits for who added nothing. Owners and sessions are told apart exactly, also where files are not.
     *
     * <p>
     * If this fails, check how the name of an entry is made of the key: letter case, length, separators, the joining of owner
     * and session.
     */
    @Test
    default void b05_conversations_are_told_apart_exactly() {
        assertEquals(Optional.empty(), backlog().find(samples().newKey()));
        String base = samples().owner().value();
        List<ConversationKey> keys = Stream.concat(
                Stream.of("x", "X", "x ", " x", ".", "..", "../x", "/x", "a/b", "a\\b", "a_b", "a:b", "a%2Fb", "con",
                        "nul.json",
                        "caf\u00e9", "cafe\u0301", "x".repeat(100), "\ud83d\ude00".repeat(100),
                        "\ud83d\ude00".repeat(99))
                        .map(samples()::key),
                Stream.of(new ConversationKey(newOwner(""), new SessionId("x")),
                        new ConversationKey(new OwnerId(base + " "), new SessionId("x")),
                        new ConversationKey(new OwnerId(base + "x"), new SessionId("x")),
                        new ConversationKey(new OwnerId(base), new SessionId("xx")),
                        new ConversationKey(new OwnerId(base + "a"), new SessionId("x")),
                        new ConversationKey(new OwnerId(base + "A"), new SessionId("x"))))
                .toList();
        List<DeferredSave> saves = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            saves.add(added(backlog(), save(keys.get(i), content("said " + i), 100 - i)));
        }
        saves.forEach(save -> assertWaits(save, backlog()));
        assertEquals(new HashSet<>(keys), new HashSet<>(backlog().waiting()));
        DeferredSave gone = saves.remove(0);
        backlog().remove(gone);
        assertEquals(Optional.empty(), backlog().find(gone.key()));
        saves.forEach(save -> assertWaits(save, backlog()));
    }

    private DeferredSave with(long order, long time) {
        return new DeferredSave(SaveRequest.of(samples().newKey(), A, new Order(order), at(time)), Optional.empty());
    }
}
