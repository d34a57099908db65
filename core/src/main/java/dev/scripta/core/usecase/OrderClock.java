package dev.scripta.core.usecase;

import dev.scripta.core.model.Head;
import dev.scripta.core.model.Order;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives each accepted request its order: a hybrid logical clock. Wall time alone would let a clock that steps back make a
 * new intent look old; raised above all that was given or seen, "acknowledged before accepted" always orders right while
 * the store answers, however the clocks of several instances differ. Thread-safe; use cases of one process share one.
 */
public final class OrderClock {

    private final Clock clock;
    private final AtomicLong last = new AtomicLong();

    /** An order clock on this wall clock. */
    public OrderClock(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** A newer order than any given here before and than the conversation's, if there is one. */
    Order next(Optional<Head> seen) {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        long afterSeen = seen.map(head -> head.order().value() + 1).orElse(0L);
        return new Order(last.updateAndGet(before -> Math.max(Math.max(now, before + 1), afterSeen)));
    }

    Instant now() {
        return clock.instant();
    }
}
