package dev.scripta.archfixture.a5.adapters.x;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** Time comes from a clock that is given. */
@SuppressWarnings("JavaTimeDefaultTimeZone") // Error Prone knows this offence too.
final class Time {

    private Time() {}

    static final class GuiltyOfNow {
        final Instant value = Instant.now();
    }

    static final class GuiltyOfNowByReference {
        final Supplier<Instant> value = Instant::now;
    }

    static final class GuiltyOfNowInAZone {
        final LocalDate value = LocalDate.now(ZoneOffset.UTC);
    }

    static final class GuiltyOfSystemClock {
        final Clock value = Clock.systemUTC();
    }

    static final class GuiltyOfSystemClockInDefaultZone {
        final Clock value = Clock.systemDefaultZone();
    }

    static final class GuiltyOfTickingClock {
        final Clock value = Clock.tickSeconds(ZoneOffset.UTC);
    }

    static final class GuiltyOfMillis {
        final long value = System.currentTimeMillis();
    }

    static final class GuiltyOfNanos {
        final long value = System.nanoTime();
    }

    static final class Innocent {
        final Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        final Instant now = Instant.now(clock);
        final LocalDate today = LocalDate.now(clock);
    }
}
