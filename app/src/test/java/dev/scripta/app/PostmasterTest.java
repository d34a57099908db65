package dev.scripta.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.MockMakers;

class PostmasterTest {

    @TempDir
    Path cluster;

    private Optional<Postmaster> postmaster(String pidFile) throws IOException {
        Files.writeString(cluster.resolve("postmaster.pid"), pidFile);
        return Postmaster.of(cluster);
    }

    @Test
    void without_a_pid_file_nothing_runs() throws IOException {
        assertEquals(Optional.empty(), Postmaster.of(cluster));
    }

    @Test
    void a_pid_file_that_is_being_written_tells_nothing() throws IOException {
        assertEquals(Optional.empty(), postmaster(ProcessHandle.current().pid() + "\n/data\n"));
    }

    @Test
    void a_pid_that_belongs_to_another_program_by_now_is_not_taken_for_the_server() throws IOException {
        assertEquals(Optional.empty(), postmaster(ProcessHandle.current().pid() + "\n/data\n0\n5432\n"));
    }

    /** An operating system's process that does not obey cannot be had otherwise. */
    @Test
    void a_server_that_does_not_stop_is_reported() {
        ProcessHandle process = mock(ProcessHandle.class, withSettings().mockMaker(MockMakers.SUBCLASS));
        when(process.onExit()).thenReturn(CompletableFuture.failedFuture(new IllegalStateException("still there")));
        when(process.pid()).thenReturn(4711L);
        IOException failure = assertThrows(IOException.class, () -> new Postmaster(process, 5432).stop());
        assertTrue(String.valueOf(failure.getMessage()).contains("4711"));
        verify(process).destroy();
    }
}
