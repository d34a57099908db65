package dev.scripta.core.simulation;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Which faults a world has, how often they strike and until when. */
final class Weather {

    private static final Set<Fault> OF_THE_STORE =
            EnumSet.of(Fault.DROP, Fault.REPLY_LOST, Fault.REFUSAL, Fault.OUTAGE, Fault.DISK_FULL);

    private final Set<Fault> possible;
    private final double rate;
    private final RandomGenerator chance;
    private final Scheduler scheduler;
    private final Sightings sightings;

    Weather(RandomGenerator chance, Scheduler scheduler, Sightings sightings) {
        this.chance = chance;
        this.scheduler = scheduler;
        this.sightings = sightings;
        this.possible = EnumSet.noneOf(Fault.class);
        int kind = chance.nextInt(16);
        if (kind > 0) {
            for (Fault fault : Fault.values()) {
                if (chance.nextInt(5) < 2) {
                    possible.add(fault);
                }
            }
        }
        if (kind > 0 && kind < 6) {
            possible.removeAll(OF_THE_STORE);
        }
        this.rate = 0.01 + 0.09 * chance.nextDouble();
    }

    /** How long anything goes wrong. */
    static final Duration BAD = Duration.ofMinutes(4);

    boolean has(Fault fault) {
        return possible.contains(fault);
    }

    /** Whether nothing at all goes wrong. */
    boolean isCalm() {
        return possible.isEmpty();
    }

    /** Whether the store is there and does what it is asked, whatever else happens. */
    boolean isStoreReliable() {
        return possible.stream().noneMatch(OF_THE_STORE::contains);
    }

    /** Whether a client insisting on it makes results anew. */
    boolean isReprocessing() {
        return has(Fault.REPROCESS);
    }

    boolean isBad() {
        return scheduler.now() < BAD.toNanos();
    }

    /** Whether this fault strikes here and now. */
    boolean strikes(Fault fault) {
        return strikes(fault, rate);
    }

    boolean strikes(Fault fault, double often) {
        boolean strikes = possible.contains(fault) && isBad() && chance.nextDouble() < often;
        if (strikes) {
            sightings.saw(fault);
        }
        return strikes;
    }
}
