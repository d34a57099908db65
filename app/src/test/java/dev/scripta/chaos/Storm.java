package dev.scripta.chaos;

import dev.scripta.chaos.Report.Fault;
import java.io.IOException;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Breaks one thing after the other, and mends it. */
final class Storm {

    /** More than a lease. */
    private static final int PAUSE_MILLIS = 4500;

    private static final String INSTANCE_KILLED = "kill -9 of an instance";
    private static final String DATABASE_KILLED = "kill -9 of the database";
    private static final String PAUSED = "pause longer than a lease";
    private static final String CUT = "all connections cut";

    /** All kinds of trouble. */
    static final Set<String> KINDS = Set.of(INSTANCE_KILLED, DATABASE_KILLED, PAUSED, CUT);

    private final Cluster cluster;
    private final Database database;
    private final Report report;
    private final Random random;

    Storm(Cluster cluster, Database database, Report report, Random random) {
        this.cluster = cluster;
        this.database = database;
        this.report = report;
        this.random = random;
    }

    /** Each kind of trouble comes in turn, at least once: though that takes longer on a slow machine. */
    void rageUntil(long end) throws IOException, InterruptedException {
        for (int turn = 0; turn < KINDS.size() || System.nanoTime() < end; turn++) {
            letPass(500, 2500);
            int victim = random.nextInt(cluster.size());
            switch (turn % KINDS.size()) {
                case 0 -> killInstance(cluster.instance(victim));
                case 1 -> killDatabase();
                case 2 -> pauseInstance(cluster.instance(victim));
                default -> cutConnections(victim);
            }
        }
        cluster.calm();
    }

    private void killInstance(Instance victim) throws IOException, InterruptedException {
        Set<Long> victims = Set.of(victim.pid());
        long from = System.currentTimeMillis();
        victim.kill();
        report.broke(new Fault(INSTANCE_KILLED, victims, from, System.currentTimeMillis()));
        letPass(200, 2000);
        victim.startAgain();
    }

    private void killDatabase() throws IOException, InterruptedException {
        long from = System.currentTimeMillis();
        database.kill();
        letPass(200, 4000);
        database.startAgain();
        report.broke(new Fault(DATABASE_KILLED, cluster.pids(), from, System.currentTimeMillis()));
    }

    private void pauseInstance(Instance victim) throws IOException, InterruptedException {
        long from = System.currentTimeMillis();
        victim.pause();
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        victim.goOn();
        report.broke(new Fault(PAUSED, Set.of(victim.pid()), from, System.currentTimeMillis()));
    }

    private void cutConnections(int victim) {
        long now = System.currentTimeMillis();
        cluster.network(victim).cutAll();
        report.broke(new Fault(CUT, Set.of(), now, now));
    }

    private void letPass(int least, int most) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(least, most));
    }
}
