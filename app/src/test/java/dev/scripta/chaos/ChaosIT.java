package dev.scripta.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole thing under fire: processes of the application on one real PostgreSQL, an engine that counts, pages that retry,
 * and somebody who kills, pauses and cuts. {@code docs/chaos.md} tells how to run it for longer.
 */
final class ChaosIT {

    private static final int INSTANCES = Integer.getInteger("scripta.chaos.instances", 2);
    private static final int SESSIONS = Integer.getInteger("scripta.chaos.sessions", 12);
    private static final Duration STORM = Duration.ofSeconds(Integer.getInteger("scripta.chaos.seconds", 40));
    private static final long SEED = Long.getLong("scripta.chaos.seed", System.currentTimeMillis());
    private static final Duration CALM = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void nothing_is_saved_twice_lost_or_paid_for_without_need() throws Exception {
        System.out.println("chaos: repeat with -Dscripta.chaos.seed=" + SEED);
        EngineCalls calls = new EngineCalls(folder.resolve("calls"));
        Report report = new Report();
        try (Database database = new Database(folder);
                Cluster cluster = new Cluster(folder, database, calls, INSTANCES,
                        new Random(SEED));
                Stalls stalls = new Stalls(cluster, report)) {
            stalls.watch();
            storm(database, cluster, report);
            cluster.awaitCalm(CALM);
            Map<String, Long> found = found(database, report, cluster);
            System.out.println(report.print(calls.all(), found));
            assertEquals(0, found.get("duplicates"), "conversations of one session");
            assertEquals(0, found.get("acknowledged and lost"), "sessions without what was acknowledged last");
            assertEquals(SESSIONS, found.get("conversations"));
            assertEquals(0, found.get("waiting in backlogs"));
            assertEquals(List.of(), report.overpaid(calls.all(), "speech"),
                    "recognised more often than crashes explain");
            assertEquals(List.of(), report.overpaid(calls.all(), "analysis"),
                    "analysed more often than crashes explain");
            assertTrue(report.recordings() > SESSIONS, "pages got through");
            assertTrue(report.kinds().keySet().containsAll(Storm.KINDS), () -> "kinds of trouble: " + report.kinds());
            assertTrue(found.get("connections cut") > 0, "connections were cut");
        }
    }

    private static void storm(Database database, Cluster cluster, Report report) throws Exception {
        Storm storm = new Storm(cluster, database, report, new Random(SEED));
        long end = System.nanoTime() + STORM.toNanos();
        List<Future<?>> pages = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < SESSIONS; i++) {
                Random random = new Random(SEED + i);
                Page page = new Page("session-" + i, cluster.ports(), random, report);
                pages.add(threads.submit(() -> record(page, random, end)));
            }
            storm.rageUntil(end);
            for (Future<?> page : pages) {
                page.get(CALM.toSeconds(), TimeUnit.SECONDS);
            }
        }
    }

    private static Void record(Page page, Random random, long end) throws InterruptedException {
        do {
            byte[] audio = new byte[random.nextInt(1000, 20_000)];
            random.nextBytes(audio);
            page.send(audio);
        } while (System.nanoTime() < end);
        return null;
    }

    private static Map<String, Long> found(Database database, Report report, Cluster cluster)
            throws SQLException, IOException {
        Map<String, Long> found = new TreeMap<>();
        found.put("conversations", database.number("SELECT count(*) FROM conversation"));
        found.put("duplicates", database.number(
                "SELECT count(*) - count(DISTINCT (owner_id, session_id)) FROM conversation"));
        found.put("waiting in backlogs", cluster.backlog());
        found.put("waiting in spools", cluster.accepted());
        long lost = 0;
        for (Map.Entry<String, String> session : report.newestAcknowledged().entrySet()) {
            String transcript = database.text(
                    "SELECT transcript FROM conversation WHERE session_id = '" + session.getKey() + "'");
            lost += transcript.contains(session.getValue()) ? 0 : 1;
        }
        found.put("acknowledged and lost", lost);
        found.put("connections cut", (long) cluster.cuts());
        return found;
    }
}
