package dev.scripta.adapters.postgres.backlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.DeferredSave;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that adds saves is killed with SIGKILL at some moment; what it was told to be kept is there. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class FileSaveBacklogKillIT {

    private static final int SESSIONS = 3;

    @TempDir
    private Path folder;

    @RepeatedTest(5)
    void whatever_was_acknowledged_survives_a_kill(RepetitionInfo repetition) throws Exception {
        int killAfter = 40 * repetition.getCurrentRepetition();
        Map<String, Long> acknowledged = addUntilKilled(killAfter);
        assertEquals(SESSIONS, acknowledged.size());

        FileSaveBacklog reopened = new FileSaveBacklog(folder, Saves.PLENTY);
        assertEquals(SESSIONS, reopened.size().entries());
        assertEquals(0, reopened.size().dead());
        acknowledged.forEach((session, order) -> {
            DeferredSave kept = reopened.find(Saves.save(session, "", 0).key()).orElseThrow();
            long found = kept.request().order().value();
            assertTrue(found >= order, session + ": " + found + " instead of " + order);
            assertEquals(Adding.save(session, found), kept);
        });
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(SESSIONS + 1, files.count(), "three files and the dead-letter folder");
        }
    }

    private Map<String, Long> addUntilKilled(int lines) throws IOException, InterruptedException {
        Process adding = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
                System.getProperty("java.class.path"), Adding.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, Long> acknowledged = new HashMap<>();
        try (BufferedReader output = adding.inputReader()) {
            int read = 0;
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                acknowledged.put(line.substring(0, line.indexOf(' ')),
                        Long.parseLong(line.substring(line.indexOf(' ') + 1)));
                if (++read == lines) {
                    // By its handle: the process itself would also throw away what it has printed.
                    assertTrue(adding.toHandle().destroyForcibly());
                }
            }
            assertTrue(read >= lines, "ended by itself after " + read);
        } finally {
            adding.destroyForcibly().waitFor();
        }
        return acknowledged;
    }

    /** The process that is killed: adds newer and newer saves and prints each that is kept. */
    static final class Adding {

        private static final String WORDS = "What was said, and said again. ".repeat(500);

        private Adding() {}

        public static void main(String[] arguments) {
            FileSaveBacklog backlog = new FileSaveBacklog(Path.of(arguments[0]), Saves.PLENTY);
            for (long order = 1;; order++) {
                String session = "session" + order % SESSIONS;
                if (backlog.add(save(session, order))) {
                    System.out.println(session + " " + order);
                }
            }
        }

        static DeferredSave save(String session, long order) {
            return Saves.save(session, WORDS + order, order);
        }
    }
}
