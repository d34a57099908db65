package dev.scripta.chaos;

import dev.scripta.chaos.Report.Fault;

/** Notes when the whole machine stands still: what such a moment costs is no fault of the service. */
final class Stalls implements AutoCloseable {

    static final String STALLED = "stall of the machine";

    private static final long TICK_MILLIS = 100;

    /** A third of a lease, so that none is lost to a stall that goes unnoticed. */
    private static final long LATE_MILLIS = 1000;

    private final Cluster cluster;
    private final Report report;
    private final Thread watching = Thread.ofPlatform().daemon().unstarted(this::look);

    Stalls(Cluster cluster, Report report) {
        this.cluster = cluster;
        this.report = report;
    }

    /** From now on, until closed. */
    void watch() {
        watching.start();
    }

    private void look() {
        long last = System.currentTimeMillis();
        while (!watching.isInterrupted()) {
            try {
                Thread.sleep(TICK_MILLIS);
            } catch (InterruptedException closed) {
                return;
            }
            long now = System.currentTimeMillis();
            if (now - last > TICK_MILLIS + LATE_MILLIS) {
                report.broke(new Fault(STALLED, cluster.pids(), last, now));
            }
            last = now;
        }
    }

    @Override
    public void close() {
        watching.interrupt();
    }
}
