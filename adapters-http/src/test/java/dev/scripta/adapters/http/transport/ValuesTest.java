package dev.scripta.adapters.http.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.Sha256;
import jakarta.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValuesTest {

    @Test
    void impossible_values_are_never_born() {
        refused(() -> new ConnectionLimits(0, Duration.ofSeconds(1), 1));
        refused(() -> new ConnectionLimits(1, Duration.ZERO, 1));
        refused(() -> new ConnectionLimits(1, Duration.ofSeconds(1), 0));
        refused(() -> new FormLimits(0, 1, 1, 1, 1));
        refused(() -> new FormLimits(1, 1, Integer.MAX_VALUE, 1, 1));
        refused(() -> new FormLimits(1, 1, 1, Integer.MAX_VALUE, 1));
        refused(() -> new FormShape(Set.of("a"), Optional.of("a")));
        refused(() -> new RefusedException(500, ""));
        refused(() -> Problem.of(200));
        refused(() -> new SpooledFile(Path.of("x"), -1, new Sha256("0".repeat(64))));
        refused(() -> new SpooledFile(Path.of("x"), 1, new Sha256("0")));
    }

    @Test
    void a_problem_is_told_in_order_and_may_have_members() {
        var problems = new Problems(new Traces(new Random(1)), Envelope.NONE);
        var problem = new Problem(URI.create("/p/x"), "T", 422, "D", Map.of("errors", Json.createValue(1)));
        assertEquals(
                "{\"type\":\"/p/x\",\"title\":\"T\",\"status\":422,\"detail\":\"D\",\"instance\":\"/a\","
                        + "\"traceId\":\"7\",\"errors\":1}",
                new String(problems.bytes(problem, "/a", "7"), UTF_8));
        assertEquals("{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,\"traceId\":\"8\"}",
                new String(problems.bytes(Problem.of(404, ""), "", "8"), UTF_8));
    }

    @Test
    void old_files_are_swept_and_strangers_stay(@TempDir Path folder) throws Exception {
        var spool = new Spool(folder);
        var left = spool.write(new java.io.ByteArrayInputStream(new byte[1]), 1);
        var fresh = spool.write(new java.io.ByteArrayInputStream(new byte[1]), 1);
        Path stranger = Files.writeString(folder.resolve("stranger"), "x");
        Files.setLastModifiedTime(left.path(), FileTime.from(Instant.EPOCH));
        Files.setLastModifiedTime(stranger, FileTime.from(Instant.EPOCH));
        spool.deleteOlderThan(Instant.EPOCH.plusSeconds(1));
        assertFalse(Files.exists(left.path()));
        assertTrue(Files.exists(fresh.path()));
        assertTrue(Files.exists(stranger));
        left.close();
        fresh.close();
        assertFalse(Files.exists(fresh.path()));
    }

    private static void refused(org.junit.jupiter.api.function.Executable birth) {
        assertThrows(IllegalArgumentException.class, birth);
    }
}
