package dev.scripta.core.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.ConversationId;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class OrderClockTest {

    private static final Instant NOON = Instant.parse("2024-05-06T12:00:00.123456789Z");
    private static final long NOON_MICROS = 1_714_996_800_123_456L;

    private final SettableClock wall = new SettableClock(NOON);
    private final OrderClock orders = new OrderClock(wall);

    @Test
    void order_is_the_wall_clock_in_microseconds() {
        assertEquals(new Order(NOON_MICROS), orders.next(Optional.empty()));
        wall.set(NOON.plusSeconds(3600));
        assertEquals(new Order(NOON_MICROS + 3_600_000_000L), orders.next(Optional.empty()));
    }

    @Test
    void clock_that_stands_still_gives_a_newer_order_each_time() {
        assertEquals(new Order(NOON_MICROS), orders.next(Optional.empty()));
        assertEquals(new Order(NOON_MICROS + 1), orders.next(Optional.empty()));
        assertEquals(new Order(NOON_MICROS + 2), orders.next(Optional.empty()));
    }

    @Test
    void clock_that_steps_back_gives_newer_orders_all_the_same() {
        orders.next(Optional.empty());
        wall.set(NOON.minusSeconds(600));
        assertEquals(new Order(NOON_MICROS + 1), orders.next(Optional.empty()));
        wall.set(NOON.plusSeconds(1));
        assertEquals(new Order(NOON_MICROS + 1_000_000), orders.next(Optional.empty()));
    }

    @Test
    void clock_before_1970_gives_orders_that_are_not_negative() {
        wall.set(Instant.parse("1969-07-20T20:17:40Z"));
        assertEquals(new Order(1), orders.next(Optional.empty()));
    }

    @Test
    void order_is_newer_than_the_head_that_was_seen() {
        long ahead = NOON_MICROS + 5_000_000;
        assertEquals(new Order(ahead + 1), orders.next(Optional.of(head(ahead))));
        assertEquals(new Order(ahead + 2), orders.next(Optional.empty()));
    }

    @Test
    void older_head_changes_nothing() {
        assertEquals(new Order(NOON_MICROS), orders.next(Optional.of(head(NOON_MICROS - 1))));
        assertEquals(new Order(NOON_MICROS + 1), orders.next(Optional.of(head(NOON_MICROS))));
    }

    @Test
    void many_threads_get_strictly_increasing_orders_and_none_twice() throws Exception {
        int threads = 8;
        int each = 5_000;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<List<Order>>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> orders(each)));
            }
            Set<Order> all = new HashSet<>();
            for (Future<List<Order>> future : running) {
                List<Order> given = future.get(60, TimeUnit.SECONDS);
                for (int i = 1; i < each; i++) {
                    assertTrue(given.get(i).isNewerThan(given.get(i - 1)), "strictly increasing");
                }
                all.addAll(given);
            }
            assertEquals(threads * each, all.size());
        } finally {
            pool.shutdownNow();
        }
    }

    private List<Order> orders(int count) {
        List<Order> given = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            given.add(orders.next(Optional.empty()));
        }
        return given;
    }

    private static Head head(long order) {
        return new Head(new ConversationId(1), 1, new Order(order), Sha256.of(new byte[0]));
    }
}
