package dev.scripta.core.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

/**
 * Lets one task run at a time, and chance choose which. Time is virtual: it moves on to the next event when nobody can go on.
 * Its state belongs to whoever has the turn; passing the turn publishes it.
 */
final class Scheduler {

    /** Beyond this a world goes round in circles. */
    private static final int MOST_STEPS = 200_000;

    private final RandomGenerator chance;
    private final Executor threads;
    private final Trace trace;
    private final List<Task> tasks = new ArrayList<>();
    private final List<Task> ready = new ArrayList<>();
    private final PriorityQueue<Alarm> alarms = new PriorityQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private Optional<Task> current = Optional.empty();
    private Optional<Throwable> failure = Optional.empty();
    private long now;
    private int steps;
    private int born;

    Scheduler(RandomGenerator chance, Executor threads, Trace trace) {
        this.chance = chance;
        this.threads = threads;
        this.trace = trace;
    }

    /** Something to happen at a time; of the same time, what was planned first. */
    private record Alarm(long time, int number, Runnable ring) implements Comparable<Alarm> {
        @Override
        public int compareTo(Alarm other) {
            return time != other.time ? Long.compare(time, other.time) : Integer.compare(number, other.number);
        }
    }

    /** Nanoseconds since the world began. */
    long now() {
        return now;
    }

    int steps() {
        return steps;
    }

    Operation operation() {
        return current.orElseThrow().operation();
    }

    /** Plans something short that passes no scheduling point. */
    void at(long time, Runnable ring) {
        alarms.add(new Alarm(time, born++, ring));
    }

    void start(Optional<Machine> home, Operation operation, Runnable body) {
        int number = born++;
        tasks.add(new Task(number, home, operation, now, () -> live(body)));
    }

    /** Kills the tasks of a machine; the one that runs dies when it comes to its next scheduling point. */
    void doom(Machine machine) {
        tasks.stream().filter(task -> task.livesIn(machine)).forEach(Task::doom);
    }

    /** A scheduling point: lets this much time pass, and others run. */
    void pause(Duration time) {
        pass(now + time.toNanos(), Optional.empty());
    }

    /** Waits until it is done or the time is over; tells whether it is done. */
    boolean await(Future<?> work, Duration atMost) {
        pass(now + atMost.toNanos(), Optional.of(work));
        return work.isDone();
    }

    /** Runs the world until nothing is left to happen. */
    void run() throws InterruptedException {
        next().ifPresentOrElse(task -> task.giveTurn(threads), over::countDown);
        over.await();
        if (failure.isPresent()) {
            throw new AssertionError(failure.get().getMessage(), failure.get());
        }
    }

    private void live(Runnable body) {
        try {
            dieIfDoomed();
            body.run();
        } catch (CrashError dead) {
            trace.note("dead", "");
        } catch (RuntimeException | Error broken) {
            abort(broken);
        }
        tasks.remove(current.orElseThrow());
        next().ifPresentOrElse(task -> task.giveTurn(threads), over::countDown);
    }

    private void pass(long until, Optional<Future<?>> future) {
        Task self = current.orElseThrow();
        dieIfDoomed();
        self.sleepUntil(until, future);
        Task next = next().orElseThrow();
        if (next != self) {
            next.giveTurn(threads);
            self.awaitTurn();
        }
        dieIfDoomed();
    }

    private void dieIfDoomed() {
        if (current.orElseThrow().isDoomed()) {
            throw new CrashError();
        }
    }

    private void abort(Throwable broken) {
        failure = failure.or(() -> Optional.of(broken));
        alarms.clear();
        tasks.forEach(Task::doom);
    }

    /** Who has the next turn; empty when the world is over. */
    private Optional<Task> next() {
        while (true) {
            ring();
            ready.clear();
            long earliest = Long.MAX_VALUE;
            for (Task task : tasks) {
                long time = task.ready(now);
                earliest = Math.min(earliest, time);
                if (time <= now) {
                    ready.add(task);
                }
            }
            if (!ready.isEmpty()) {
                current = Optional.of(chosen());
                return current;
            }
            if (tasks.isEmpty() && alarms.isEmpty()) {
                return Optional.empty();
            }
            now = alarms.isEmpty() ? earliest : Math.min(earliest, alarms.element().time());
        }
    }

    private Task chosen() {
        Task task = ready.size() == 1 ? ready.get(0) : ready.get(chance.nextInt(ready.size()));
        trace.turn(task.number(), now);
        if (++steps == MOST_STEPS) {
            abort(new AssertionError("the world does not come to rest"));
        }
        return task;
    }

    private void ring() {
        while (!alarms.isEmpty() && alarms.element().time() <= now) {
            try {
                alarms.remove().ring().run();
            } catch (RuntimeException | Error broken) {
                abort(broken);
            }
        }
    }
}
