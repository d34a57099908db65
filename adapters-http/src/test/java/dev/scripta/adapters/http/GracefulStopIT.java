package dev.scripta.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.memory.InMemoryConversationRepository;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.SpeechToText;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
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
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        SpeechToText engine = audio -> {
            working.countDown();
            await(stopping);
            return Transcript.of("said before the end");
        };
        RunningApi api = new RunningApi(folder, new InMemoryConversationRepository(), engine, 1 << 20);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<HttpResponse<String>> answer = threads.submit(() -> api.post("/api/upload-audio",
                    new FormData().text("session_id", "s1").file("audio_file", RunningApi.SPEECH)));
            working.await();
            Future<?> stop = threads.submit(() -> assertTimeout(RunningApi.GRACE, api::close));
            stopping.countDown();
            assertEquals(200, answer.get().statusCode());
            assertTrue(answer.get().body().contains("said before the end"));
            stop.get();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("the request was not left to finish", e);
        }
    }
}
