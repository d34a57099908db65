package dev.scripta.adapters.speech.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.TranscriptionFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
@DisabledOnOs(OS.WINDOWS)
final class ChildProcessTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path folder;
    private Path output;

    @BeforeEach
    void empty_output() throws IOException {
        output = Files.createFile(folder.resolve("output"));
    }

    @Test
    void output_errors_and_exit_code_arrive() throws Exception {
        ChildProcess.Result result = run(LONG, 1_000, "printf hello; printf wrong >&2; exit 7");
        assertEquals(new ChildProcess.Result(7, "wrong", false), result);
        assertEquals("hello", Files.readString(output));
    }

    @Test
    void child_has_neither_environment_nor_input() throws Exception {
        run(LONG, 10_000, "/usr/bin/env | /usr/bin/cut -d= -f1 | /usr/bin/sort; /usr/bin/wc -c");
        assertFalse(Files.readString(output).contains("HOME"), Files.readString(output));
        assertTrue(Files.readString(output).strip().endsWith("0"), Files.readString(output));
    }

    @Test
    void output_is_capped_and_ends_the_child() throws Exception {
        ChildProcess.Result result = run(LONG, 100_000,
                "while :; do echo 0123456789012345678901234567890123456789; done");
        assertEquals(100_000, Files.size(output));
        assertTrue(result.exitCode() != 0);
        assertFalse(result.timedOut());
    }

    @Test
    void errors_are_cut_and_do_not_block_the_child() throws Exception {
        ChildProcess.Result result = run(LONG, 1_000,
                "i=0; while [ $i -lt 4000 ]; do echo 0123456789012345678901234567890123456789 >&2; i=$((i+1)); done; "
                        + "exit 3");
        assertEquals(3, result.exitCode());
        assertEquals(4_096, result.errors().length());
    }

    @Test
    void time_is_limited_also_for_children_of_the_child() throws Exception {
        ChildProcess.Result result = run(Duration.ofSeconds(2), 1_000, "echo $$; /bin/sleep 600 & echo $!; wait");
        assertTrue(result.timedOut());
        for (String pid : Files.readAllLines(output)) {
            awaitEnd(Long.parseLong(pid));
        }
    }

    @Test
    void interruption_ends_the_child() throws Exception {
        FutureTask<ChildProcess.Result> call = new FutureTask<>(() -> run(LONG, 1_000, "echo $$; exec /bin/sleep 600"));
        Thread caller = Thread.ofPlatform().start(call);
        while (Files.size(output) == 0) {
            Thread.onSpinWait();
        }
        long pid = Long.parseLong(Files.readString(output).strip());
        caller.interrupt();
        assertThrows(java.util.concurrent.ExecutionException.class, call::get);
        awaitEnd(pid);
    }

    @Test
    void missing_program_and_full_disk_are_failures() {
        assertThrows(TranscriptionFailedException.class,
                () -> new ChildProcess(LONG, 1).run(List.of("/no/such/program"), folder, output));
        assertThrows(IOException.class, () -> new ChildProcess(LONG, 100).run(List.of("/bin/sh", "-c", "echo x"),
                folder,
                folder.resolve("no/such/folder")));
    }

    private static void awaitEnd(long pid) {
        ProcessHandle.of(pid).ifPresent(child -> child.onExit().join());
    }

    private ChildProcess.Result run(Duration limit, long maxBytes, String script) throws Exception {
        return new ChildProcess(limit, maxBytes).run(List.of("/bin/sh", "-c", script), folder, output);
    }
}
