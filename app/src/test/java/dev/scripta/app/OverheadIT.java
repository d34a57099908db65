package dev.scripta.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Scripta adds to engines that answer at once, the database included: how much longer an upload takes than sending the
 * same bytes to the speech engine alone. The compilers take some thousand uploads until all is as fast as it gets
 * ({@code -Dscripta.overhead.warmups=3000}).
 */
@Timeout(300)
final class OverheadIT {

    private static final int SIZE = 1 << 20;
    private static final int WARM_UPS = Integer.getInteger("scripta.overhead.warmups", 300);
    private static final int UPLOADS = 200;

    /** How many times as long as the engine alone: 5 to 6 were seen, on quiet machines and on busy ones. */
    private static final double MOST_TIMES = 15;

    @TempDir
    private Path folder;

    @Test
    void upload_of_a_mebibyte_takes_little_longer_than_its_engines() throws Exception {
        Recordings recordings = new Recordings(SIZE);
        Duration played = Duration.ofMillis((long) (recordings.seconds() * 1_000));
        try (ScriptedEngines engines = new ScriptedEngines(played, Duration.ZERO);
                RunningScripta scripta = new RunningScripta(folder, engines.settings(4));
                HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            scripta.await("/health/ready", 200);
            URI upload = URI.create(scripta.address() + "/api/upload-audio");
            URI engine = URI.create(engines.url() + "/v1/audio/transcriptions");
            for (int i = 0; i < WARM_UPS; i++) {
                send(client, upload, recordings.form(i));
                send(client, engine, recordings.form(i));
            }
            Duration before = scripta.processorTime();
            long[] whole = new long[UPLOADS];
            long[] engineAlone = new long[UPLOADS];
            for (int i = 0; i < UPLOADS; i++) {
                whole[i] = send(client, upload, recordings.form(WARM_UPS + i));
                engineAlone[i] = send(client, engine, recordings.form(i));
            }
            Duration worked = scripta.processorTime().minus(before);
            assertEquals(WARM_UPS + UPLOADS, scripta.query("SELECT count(*) FROM conversation"));
            Arrays.sort(whole);
            Arrays.sort(engineAlone);
            System.out.printf(
                    "1 MiB of speech (%.1f s), %d uploads after %d to warm up: median %.1f ms, 95th percentile"
                            + " %.1f ms, of processor time %.1f ms each; the same to the scripted engine alone: median"
                            + " %.1f ms; overhead %.1f ms%n",
                    recordings.seconds(), UPLOADS, WARM_UPS, millis(whole, 50), millis(whole, 95),
                    (double) worked.toMillis() / UPLOADS, millis(engineAlone, 50),
                    millis(whole, 50) - millis(engineAlone, 50));
            double times = millis(whole, 50) / millis(engineAlone, 50);
            assertTrue(times < MOST_TIMES, "the median is " + times + " times as long");
        }
    }

    private static long send(HttpClient client, URI where, FormData form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(where)
                .header("Content-Type", form.contentType())
                .POST(BodyPublishers.ofByteArray(form.bytes()))
                .build();
        long began = System.nanoTime();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        long took = System.nanoTime() - began;
        assertEquals(200, answer.statusCode(), answer.body());
        return took;
    }

    private static double millis(long[] sorted, int percent) {
        return sorted[sorted.length * percent / 100] / 1e6;
    }
}
