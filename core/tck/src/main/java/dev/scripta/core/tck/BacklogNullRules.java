package dev.scripta.core.tck;

import static dev.scripta.core.tck.BacklogSteps.added;
import static dev.scripta.core.tck.BacklogSteps.assertAllThatWait;
import static dev.scripta.core.tck.BacklogSteps.save;
import static dev.scripta.core.tck.Samples.A;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.scripta.core.model.DeferredSave;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Null is a programmer's mistake, refused at once. */
interface BacklogNullRules extends BacklogRules {

    /**
     * Every null argument is refused with {@link NullPointerException}, and nothing changes.
     *
     * <p>
     * If this fails, check that arguments are required before they are used.
     */
    @Test
    @SuppressWarnings("NullAway") // null is what this rule is about
    default void b10_null_is_refused_and_changes_nothing() {
        DeferredSave save = added(backlog(), save(samples().newKey(), A, 1));
        assertAll(refused("add", () -> backlog().add(null)), refused("find", () -> backlog().find(null)),
                refused("remove", () -> backlog().remove(null)),
                refused("give up nothing", () -> backlog().giveUp(null, "The store refuses it.")),
                refused("give up without reason", () -> backlog().giveUp(save, null)));
        assertAllThatWait(backlog(), save);
        assertEquals(0, backlog().size().dead());
    }

    private static Executable refused(String call, Executable executable) {
        return () -> assertThrows(NullPointerException.class, executable, call);
    }
}
