package dev.scripta.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GracefulStopIT {

    @TempDir
    Path folder;

    @Test
    void idle_connections_do_not_delay_the_end() throws Exception {
        RunningApi api = new RunningApi(folder);
        api.get("/api/health");
        assertTimeout(RunningApi.GRACE.dividedBy(2), api::close);
    }

    @Test
    void a_running_request_is_finished_and_then_the_server_ends() throws Exception {
        Backend backend = new Backend();
        Gate gate = new Gate();
        backend.engine = gate.beforeEngine(backend.engine);
        RunningApi api = new RunningApi(folder, backend);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<HttpResponse<String>> answer = threads.submit(() -> api.upload("s1", RunningApi.SPEECH));
            gate.awaitArrival();
            Future<?> stop = threads.submit(() -> assertTimeout(RunningApi.GRACE, api::close));
            gate.open();
            assertEquals(200, answer.get().statusCode());
            assertTrue(answer.get().body().contains("second line"));
            stop.get();
        }
    }
}
