package dev.scripta.adapters.http.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.adapters.http.transport.RefusedException;
import dev.scripta.core.model.OwnerId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeatsTest {

    private static final OwnerId ANN = new OwnerId("1");
    private static final OwnerId BOB = new OwnerId("2");

    private static int refusal(Seats seats, OwnerId owner) {
        return assertThrows(RefusedException.class, () -> seats.take(owner)).status();
    }

    @Test
    void one_caller_gets_twenty_and_no_more_until_one_is_free() {
        Seats seats = new Seats(30);
        List<Seats.Seat> taken = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            taken.add(seats.take(ANN));
        }
        assertEquals(429, refusal(seats, ANN));
        assertEquals(429, refusal(seats, ANN));
        taken.getFirst().close();
        taken.set(0, seats.take(ANN));
        assertEquals(20, seats.count());
        for (int i = 0; i < 10; i++) {
            taken.add(seats.take(BOB));
        }
        assertEquals(503, refusal(seats, BOB));
        taken.forEach(Seats.Seat::close);
        assertEquals(0, seats.count());
        seats.take(BOB).close();
    }

    @Test
    void a_call_is_heard_though_it_came_before_the_wait_and_many_are_one() throws Exception {
        Seats seats = new Seats(1);
        try (Seats.Seat seat = seats.take(ANN)) {
            seat.call();
            seat.call();
            long began = System.nanoTime();
            seat.await(Duration.ofMinutes(1).toNanos());
            assertTrue(System.nanoTime() - began < Duration.ofSeconds(30).toNanos());
            seat.await(1);
            assertFalse(seat.isOver());
            seats.finish();
            seat.await(Duration.ofMinutes(1).toNanos());
            assertTrue(seat.isOver());
        }
    }
}
