package dev.scripta.adapters.http.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.scripta.core.model.OwnerId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PressesTest {

    private static final OwnerId ANN = new OwnerId("1");
    private static final OwnerId BEN = new OwnerId("2");
    private static final OwnerId CYD = new OwnerId("3");
    private static final Export DONE = new Export.Written(new byte[0]);
    private static final Export BUSY = new Export.Busy();

    private final Presses presses = new Presses(2, Duration.ofMillis(1));

    @Test
    void whoever_has_a_document_made_has_one_made_and_leaves_the_other_press_to_others() {
        presses.print(ANN, () -> {
            assertEquals(BUSY, presses.print(ANN, () -> DONE));
            assertEquals(DONE, presses.print(BEN, () -> DONE));
            return DONE;
        });
        assertEquals(DONE, presses.print(ANN, () -> DONE));
    }

    @Test
    void all_presses_are_busy_for_everybody() {
        presses.print(ANN, () -> presses.print(BEN, () -> {
            assertEquals(BUSY, presses.print(CYD, () -> DONE));
            return DONE;
        }));
        assertEquals(DONE, presses.print(CYD, () -> DONE));
    }
}
