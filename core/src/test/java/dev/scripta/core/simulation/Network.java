package dev.scripta.core.simulation;

import dev.scripta.core.error.StorageFailedException;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The way from a process to the store and back; all that can happen to a call on it. */
final class Network {

    private final World world;
    private final RandomGenerator chance;
    private boolean away;
    private long calls;
    private long newestDone;

    Network(World world, RandomGenerator chance) {
        this.world = world;
        this.chance = chance;
    }

    /** What a call does in the store, and whose it is. */
    interface Effect<T> {
        T take(Operation operation);
    }

    void setAway(boolean outage) {
        away = outage;
    }

    /** Asks the store; {@code effect} is what the call does there, for whom. */
    <T> T call(Machine from, String what, Effect<T> effect) {
        long number = ++calls;
        Operation operation = world.scheduler.operation();
        world.trace.note(what, from.name());
        boolean slow = world.weather.strikes(Fault.DELAY, 0.02);
        boolean slowThere = slow && chance.nextBoolean();
        pause(slowThere ? tooLong() : latency());
        from.maybeCrash();
        if (away || world.weather.strikes(Fault.DROP)) {
            throw failed(new StorageFailedException("The store is away.", true));
        }
        if (world.weather.strikes(Fault.REFUSAL, 0.005)) {
            throw failed(new StorageFailedException("The store refuses.", false));
        }
        if (number < newestDone) {
            world.sightings.saw(Sight.REORDERED);
        }
        newestDone = Math.max(newestDone, number);
        T answer = effect.take(operation);
        if (world.weather.strikes(Fault.DUPLICATE)) {
            pause(latency());
            answer = effect.take(operation);
        }
        if (world.weather.strikes(Fault.LATE_DUPLICATE)) {
            Operation echo = operation.echo();
            world.scheduler.start(Optional.empty(), echo, () -> {
                pause(Duration.ofMillis(chance.nextInt(1, 60_000)));
                effect.take(echo);
            });
        }
        world.trace.note("took effect", what);
        from.maybeCrash();
        pause(slow && !slowThere ? tooLong() : latency());
        if (world.weather.strikes(Fault.REPLY_LOST)) {
            throw failed(new StorageFailedException("The answer got lost.", true));
        }
        return answer;
    }

    private StorageFailedException failed(StorageFailedException failure) {
        world.scheduler.operation().storeFailed = true;
        world.trace.note("failed", failure.detail());
        return failure;
    }

    private Duration tooLong() {
        return Duration.ofSeconds(chance.nextInt(1, 90));
    }

    private Duration latency() {
        return Duration.ofMillis(chance.nextBoolean() ? 0 : chance.nextInt(1, 20));
    }

    private void pause(Duration time) {
        world.scheduler.pause(time);
    }
}
