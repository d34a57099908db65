package dev.scripta.adapters.http;

import dev.scripta.core.usecase.WorkRules;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** Servers on one spool, one after the other or at once, as after a crash. */
abstract class SpoolTests {

    static final Duration LEASE_OVER = WorkRules.DEFAULT.lease().plusSeconds(1);

    @TempDir
    Path folder;

    final Backend backend = new Backend();

    RunningApi server() {
        return new RunningApi(folder, backend);
    }

    RunningApi serverKeepingAudio(Duration time) {
        return new RunningApi(backend, WorkRules.DEFAULT,
                RunningApi.settings(folder, time, 1 << 20, RunningApi.CONNECTIONS));
    }

    List<Path> files(String place) throws IOException {
        Path where = folder.resolve("spool").resolve(place);
        if (Files.notExists(where)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(where)) {
            return files.sorted().toList();
        }
    }

    /** Uploads on a server that stands still at the gate for good, as good as dead: its claim runs out. */
    Future<HttpResponse<String>> uploadAndDie(RunningApi dead, Gate gate, ExecutorService threads) {
        Future<HttpResponse<String>> answer = threads.submit(() -> dead.upload("s1", Backend.SPEECH));
        gate.awaitArrival();
        backend.clock.advance(LEASE_OVER);
        return answer;
    }
}
