package dev.scripta.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RecurringTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final StepTicker ticker = new StepTicker();
    private final AtomicInteger rounds = new AtomicInteger();
    private final Resources started = new Resources();

    @AfterEach
    void stop() {
        started.close();
    }

    @Test
    void the_first_round_is_at_once_and_each_next_one_after_the_interval() throws Exception {
        started.add(Recurring.every(MINUTE, "test", ticker, rounds::incrementAndGet));
        for (int round = 1; round <= 3; round++) {
            assertEquals(MINUTE, ticker.asked());
            assertEquals(round, rounds.get());
            ticker.step();
        }
    }

    @Test
    void a_round_tells_how_long_to_wait_for_the_next() throws Exception {
        started.add(new Recurring("test", ticker, MINUTE, () -> Duration.ofSeconds(rounds.incrementAndGet())));
        List<Duration> asked = new ArrayList<>();
        for (int round = 1; round <= 3; round++) {
            asked.add(ticker.asked());
            ticker.step();
        }
        assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3)), asked);
    }

    @Test
    void a_failure_never_ends_it() throws Exception {
        List<Throwable> failures = List.of(new IllegalStateException("secret"), new StackOverflowError(),
                new AssertionError("secret"));
        started.add(new Recurring("test", ticker, MINUTE, () -> {
            int round = rounds.getAndIncrement();
            if (round < failures.size()) {
                throw StepTicker.unchecked(failures.get(round));
            }
            return Duration.ofSeconds(1);
        }));
        for (int round = 0; round < failures.size(); round++) {
            assertEquals(MINUTE, ticker.asked());
            ticker.step();
        }
        assertEquals(Duration.ofSeconds(1), ticker.asked());
    }

    @Test
    void closing_waits_for_the_round_and_no_other_follows() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch mayGo = new CountDownLatch(1);
        AtomicReference<Thread> thread = new AtomicReference<>();
        Recurring recurring = Recurring.every(MINUTE, "test", ticker, () -> {
            thread.set(Thread.currentThread());
            inside.countDown();
            StepTicker.uninterrupted(mayGo);
            rounds.incrementAndGet();
        });
        inside.await();
        Thread closer = Thread.ofVirtual().start(recurring::close);
        assertEquals(0, rounds.get());
        mayGo.countDown();
        closer.join();
        assertEquals(1, rounds.get());
        assertFalse(thread.get().isAlive());
        assertTrue(thread.get().isDaemon());
        assertEquals("scripta-test", thread.get().getName());
    }
}
