package dev.scripta.adapters.http.account;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts tries by who tries, in bounded memory: of too many, those who have not tried for longest are forgotten. Thread-safe.
 */
final class Tries {

    private static final int MOST = 10_000;

    private final Allowance allowance;
    private final TimeMeter time;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST;
        }
    };

    Tries(Allowance allowance, Clock clock) {
        this.allowance = allowance;
        this.time = new TimeMeter() {

            @Override
            public long currentTimeNanos() {
                return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    /** Counts one try; how long to wait when it is one too many, which is not counted. */
    synchronized Optional<Duration> count(String who) {
        ConsumptionProbe probe = buckets.computeIfAbsent(who, any -> full()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Takes one try back. */
    synchronized void forgive(String who) {
        Optional.ofNullable(buckets.get(who)).ifPresent(bucket -> bucket.addTokens(1));
    }

    /** How many are remembered. */
    synchronized int remembered() {
        return buckets.size();
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(allowance.times())
                        .refillGreedy(allowance.times(), allowance.period()))
                .withCustomTimePrecision(time)
                .build();
    }
}
