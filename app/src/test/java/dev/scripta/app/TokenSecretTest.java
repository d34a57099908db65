package dev.scripta.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The secret outlives a restart, and nobody else reads it. */
final class TokenSecretTest {

    @TempDir
    Path folder;

    @Test
    void it_is_made_once_and_kept() throws IOException {
        String made = TokenSecret.in(folder, new Random(1));
        assertEquals(made, TokenSecret.in(folder, new Random(2)));
        assertEquals(64, made.length());
    }

    @Test
    void another_data_directory_has_another(@TempDir Path other) throws IOException {
        assertNotEquals(TokenSecret.in(folder, new Random(1)), TokenSecret.in(other, new Random(2)));
    }

    @Test
    void only_its_owner_reads_it() throws IOException {
        TokenSecret.in(folder, new Random(1));
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertEquals(1, all.size(), "no draft is left");
            assertEquals("rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(all.getFirst())));
        }
    }

    @Test
    void a_file_without_a_secret_is_refused_by_name() throws IOException {
        Path file = folder.resolve("secret");
        Files.writeString(file, "short");
        String told = assertThrows(StartupException.class, () -> TokenSecret.in(folder, new Random(1))).getMessage();
        assertTrue(told.contains(file.toString()) && !told.contains("short"), told);
    }
}
