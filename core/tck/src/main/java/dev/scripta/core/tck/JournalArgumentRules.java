package dev.scripta.core.tck;

import static dev.scripta.core.tck.JournalSteps.FAILURE;
import static dev.scripta.core.tck.JournalSteps.LEASE;
import static dev.scripta.core.tck.JournalSteps.ask;
import static dev.scripta.core.tck.JournalSteps.assertDone;
import static dev.scripta.core.tck.JournalSteps.assertInWork;
import static dev.scripta.core.tck.JournalSteps.claim;
import static dev.scripta.core.tck.JournalSteps.recording;
import static dev.scripta.core.tck.Samples.A;
import static dev.scripta.core.tck.Samples.B;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.ClaimRequest;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.RecordingKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A programmer's mistakes are refused at once. */
interface JournalArgumentRules extends JournalRules {

    /**
     * Every null argument is refused with {@link NullPointerException}, and nothing changes.
     *
     * <p>
     * If this fails, check that arguments are required before they are used: a condition {@code = NULL} is silently
     * false.
     */
    @Test
    @SuppressWarnings("NullAway") // null is what this rule is about
    default void j16_null_is_refused_and_changes_nothing() {
        RecordingKey recording = recording(samples().newKey(), "audio");
        ConversationKey key = recording.conversation();
        Claim held = claim(journal(), recording, 1);
        assertAll(isNull("claim nothing", () -> journal().claim(null, LEASE)),
                isNull("claim without lease", () -> journal().claim(unknown(), null)),
                isNull("renew nothing", () -> journal().renew(null, LEASE)),
                isNull("renew without lease", () -> journal().renew(held, null)),
                isNull("checkpoint nothing", () -> journal().checkpoint(null, A.transcript(), LEASE)),
                isNull("checkpoint no transcript", () -> journal().checkpoint(held, null, LEASE)),
                isNull("checkpoint without lease", () -> journal().checkpoint(held, A.transcript(), null)),
                isNull("complete nothing", () -> journal().complete(null, A)),
                isNull("complete no content", () -> journal().complete(held, null)),
                isNull("postpone nothing", () -> journal().postpone(null, FAILURE, LEASE)),
                isNull("postpone no failure", () -> journal().postpone(held, null, LEASE)),
                isNull("postpone without rest", () -> journal().postpone(held, FAILURE, null)),
                isNull("refuse nothing", () -> journal().refuse(null, Reason.EMPTY, "detail", LEASE)),
                isNull("refuse without reason", () -> journal().refuse(held, null, "detail", LEASE)),
                isNull("refuse without detail", () -> journal().refuse(held, Reason.EMPTY, null, LEASE)),
                isNull("refuse without time", () -> journal().refuse(held, Reason.EMPTY, "detail", null)),
                isNull("look at nothing", () -> journal().look(null)),
                isNull("open ones of nobody", () -> journal().open(null, 1)),
                isNull("order of nothing", () -> journal().orderOf(null, A.fingerprint())),
                isNull("order of no fingerprint", () -> journal().orderOf(key, null)),
                isNull("forget nothing", () -> journal().forget(null)),
                isNull("discard nothing", () -> journal().discard(null)),
                isNull("purge without retention", () -> journal().purge(null)));
        assertUntouched(held);
    }

    /**
     * A time or limit that is not positive, or a time that rounds to nothing, is refused with {@link IllegalArgumentException}, and nothing
     * changes.
     *
     * <p>
     * If this fails, check that times and limits are checked before they are used.
     */
    @Test
    default void j16_times_and_limits_must_be_positive() {
        Claim held = claim(journal(), recording(samples().newKey(), "audio"), 1);
        for (int limit : new int[]{0, -1, Integer.MIN_VALUE}) {
            assertThrows(IllegalArgumentException.class, () -> journal().open(samples().owner(), limit));
        }
        for (Duration time : List.of(Duration.ZERO, Duration.ofMillis(-1), Duration.ofDays(-1), Duration.ofNanos(1))) {
            ClaimRequest unknown = unknown();
            assertAll(isWrong("claim", () -> journal().claim(unknown, time)),
                    isWrong("renew", () -> journal().renew(held, time)),
                    isWrong("checkpoint", () -> journal().checkpoint(held, B.transcript(), time)),
                    isWrong("postpone", () -> journal().postpone(held, FAILURE, time)),
                    isWrong("refuse", () -> journal().refuse(held, Reason.EMPTY, "detail", time)),
                    isWrong("purge", () -> journal().purge(time)));
            assertEquals(1, claim(journal(), unknown.recording(), 1).fence());
        }
        assertUntouched(held);
    }

    /**
     * A millisecond is a time.
     *
     * <p>
     * If this fails, check the unit of time on the way to the store.
     */
    @Test
    default void j16_a_millisecond_is_a_time() {
        Duration shortest = Duration.ofMillis(1);
        ClaimRequest request = unknown();
        Claim first = JournalSteps.granted(journal().claim(request, shortest));
        letPass(shortest.multipliedBy(2));
        Claim second = JournalSteps.granted(journal().claim(request, shortest));
        assertTrue(second.fence() > first.fence());
        assertTrue(journal().postpone(second, FAILURE, shortest));
        letPass(shortest.multipliedBy(2));
        Claim third = JournalSteps.granted(journal().claim(request, shortest));
        assertTrue(journal().refuse(third, Reason.EMPTY, "It is empty.", shortest));
        letPass(shortest.multipliedBy(2));
        assertTrue(JournalSteps.granted(journal().claim(request, shortest)).fence() > third.fence());
    }

    private void assertUntouched(Claim held) {
        assertInWork(ask(journal(), held.recording(), 2));
        letPass(LEASE.plus(JournalSteps.MINUTE));
        Claim next = claim(journal(), held.recording(), 2);
        assertEquals(Optional.empty(), next.transcript());
        assertTrue(journal().complete(next, A));
        assertDone(1, A, ask(journal(), held.recording(), 3));
    }

    private ClaimRequest unknown() {
        return new ClaimRequest(recording(samples().newKey(), "audio"), new Order(1), false);
    }

    private static Executable isNull(String call, Executable executable) {
        return () -> assertThrows(NullPointerException.class, executable, call);
    }

    private static Executable isWrong(String call, Executable executable) {
        return () -> assertThrows(IllegalArgumentException.class, executable, call);
    }
}
