package dev.scripta.core.simulation;

import dev.scripta.core.memory.InMemoryConversationRepository;
import dev.scripta.core.memory.InMemoryRecordingJournal;
import dev.scripta.core.memory.InMemorySaveBacklog;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.port.ConversationRepository;
import dev.scripta.core.port.RecordingJournal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** One world of chance, made of one seed: machines, a store, pages, and what goes wrong between them. */
final class World {

    private static final Duration FOR_EVER = Duration.ofHours(6);

    final Sightings sightings = new Sightings();
    final Trace trace;
    final Scheduler scheduler;
    final Weather weather;
    final Network network;
    final Engines engines;
    final PaidWork work;
    final Ledger ledger;
    final ConversationRepository repository;
    final RecordingJournal journal;
    final List<Machine> machines = new ArrayList<>();

    private final SplittableRandom chance;
    private final List<ConversationKey> keys = new ArrayList<>();
    private int pages;

    World(long seed, Executor threads, Doubles doubles, Optional<Consumer<String>> reader) {
        chance = new SplittableRandom(seed);
        trace = new Trace(reader);
        scheduler = new Scheduler(chance.split(), threads, trace);
        weather = new Weather(chance.split(), scheduler, sightings);
        network = new Network(this, chance.split());
        engines = new Engines(this, chance.split());
        work = new PaidWork(weather, sightings);
        ledger = new Ledger(this);
        repository = doubles.repository().apply(new InMemoryConversationRepository());
        journal = doubles.journal().apply(new InMemoryRecordingJournal(new WallClock(scheduler)));
        int most = chance.nextInt(4) == 0 ? 1 : 100;
        for (int i = 0; i < 2 + chance.nextInt(2); i++) {
            Disk disk = new Disk(doubles.backlog().apply(new InMemorySaveBacklog(most)));
            machines.add(new Machine(this, "machine " + i, disk, chance.split()));
        }
        for (int owner = 0; owner < 1 + chance.nextInt(2); owner++) {
            for (int session = 0; session < 1 + chance.nextInt(2); session++) {
                keys.add(new ConversationKey(new OwnerId("owner " + owner), new SessionId("session " + session)));
            }
        }
    }

    /** Lets it live until it comes to rest. */
    void run() throws InterruptedException {
        machines.forEach(Machine::start);
        for (int i = 0; i < 2 + chance.nextInt(3); i++) {
            open(new Page(this, keys.get(chance.nextInt(keys.size())), chance.split())::live);
        }
        badWeather();
        scheduler.at(FOR_EVER.toNanos(), () -> Violation.unless(isOver(), "P11: the world does not come to rest"));
        scheduler.run();
        ledger.checkAtRest();
    }

    /** Lets a client do something, beside what it and others do. */
    void open(Runnable life) {
        pages++;
        scheduler.start(Optional.empty(), Operation.of(Operation.Kind.PAGE), () -> {
            life.run();
            pages--;
        });
    }

    List<ConversationKey> keys() {
        return keys;
    }

    /** Whether nothing is left to do. */
    boolean isOver() {
        return !weather.isBad() && pages == 0 && machines.stream().allMatch(Machine::isIdle);
    }

    private void badWeather() {
        for (Machine machine : machines) {
            if (weather.has(Fault.SKEW)) {
                machine.wall().setOff(Duration.ofMillis(chance.nextInt(-20_000, 20_000)));
                sightings.saw(Fault.SKEW);
            }
        }
        plan(Fault.CRASH, () -> anyMachine().crash());
        plan(Fault.FREEZE, () -> anyMachine().freeze(Duration.ofSeconds(chance.nextInt(5, 90))));
        plan(Fault.STEP, () -> anyMachine().wall().setOff(Duration.ofSeconds(chance.nextInt(-600, 3600))));
        plan(Fault.OUTAGE, () -> {
            network.setAway(true);
            scheduler.at(scheduler.now() + Duration.ofSeconds(chance.nextInt(1, 60)).toNanos(),
                    () -> network.setAway(false));
        });
    }

    private void plan(Fault fault, Runnable strike) {
        if (weather.has(fault)) {
            for (int i = 0; i < 1 + chance.nextInt(3); i++) {
                scheduler.at(chance.nextLong(Weather.BAD.toNanos()), () -> {
                    sightings.saw(fault);
                    strike.run();
                });
            }
        }
    }

    private Machine anyMachine() {
        return machines.get(chance.nextInt(machines.size()));
    }
}
