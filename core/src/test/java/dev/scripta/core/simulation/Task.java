package dev.scripta.core.simulation;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** A thread of the simulated world. It runs only while it has the turn; the others stand still meanwhile. */
final class Task implements Runnable {

    private final int number;
    private final Optional<Machine> home;
    private final Operation operation;
    private final Runnable life;
    private final Semaphore turn = new Semaphore(0);
    private boolean started;
    private boolean doomed;
    private long wake;
    private Optional<Future<?>> awaited = Optional.empty();

    Task(int number, Optional<Machine> home, Operation operation, long wake, Runnable life) {
        this.number = number;
        this.home = home;
        this.operation = operation;
        this.wake = wake;
        this.life = life;
    }

    int number() {
        return number;
    }

    /** What it does, and for whom. */
    Operation operation() {
        return operation;
    }

    boolean livesIn(Machine machine) {
        return home.filter(machine::equals).isPresent();
    }

    /** Dies at the scheduling point it stands at, or at its next. */
    void doom() {
        doomed = true;
    }

    boolean isDoomed() {
        return doomed;
    }

    void sleepUntil(long time, Optional<Future<?>> future) {
        wake = time;
        awaited = future;
    }

    /** From when on it can go on. */
    long ready(long now) {
        if (doomed) {
            return now;
        }
        long due = awaited.filter(Future::isDone).isPresent() ? now : wake;
        return home.map(machine -> Math.max(due, machine.frozenUntil())).orElse(due);
    }

    void giveTurn(Executor threads) {
        if (started) {
            turn.release();
        } else {
            started = true;
            threads.execute(this);
        }
    }

    void awaitTurn() {
        turn.acquireUninterruptibly();
    }

    @Override
    public void run() {
        life.run();
    }
}
