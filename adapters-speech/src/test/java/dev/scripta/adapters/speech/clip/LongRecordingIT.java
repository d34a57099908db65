package dev.scripta.adapters.speech.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.scripta.adapters.speech.audio.Audio;
import dev.scripta.adapters.speech.audio.Encoder;
import dev.scripta.core.model.Segment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * An hour of talk as a browser records it, WebM/Opus, through an engine that takes 25 MiB a request, in 256 MiB of heap;
 * prints what it measures.
 */
@Timeout(300)
final class LongRecordingIT {

    private static final int HEAP_MIB = 256;
    private static final long LIMIT = 26_214_400;
    private static final int TIMES = 58;
    private static final long NEAR_MILLIS = 500;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void on_a_platform_whose_libraries_come_along() {
        assumeTrue(System.getProperty("os.name").equals("Linux") && System.getProperty("os.arch").equals("amd64"));
    }

    @Test
    void hour_of_webm_is_split_for_a_limit_of_25_mebibytes_and_joined_in_time() throws Exception {
        Path call = Audio.sample("conversation-60s.wav");
        Path hour = folder.resolve("hour.webm");
        Duration period = Encoder.encode("libopus", "webm", call, hour, TIMES);
        assertTrue(period.multipliedBy(TIMES).toMinutes() >= 60, period::toString);

        long began = System.nanoTime();
        List<Long> told = recognised(hour);
        Duration took = Duration.ofNanos(System.nanoTime() - began);

        int segments = told.size() - 4;
        long calls = told.get(segments);
        long largest = told.get(segments + 2);
        long heap = told.get(segments + 3);
        List<Long> spoken = WavSound.of(call)
                .utterances()
                .stream()
                .map(Segment::start)
                .map(Duration::toMillis)
                .toList();
        long worst = 0;
        assertEquals((long) spoken.size() * TIMES, segments, "nothing is lost or cut in two");
        for (int i = 0; i < segments; i++) {
            long reference = i / spoken.size() * period.toMillis() + spoken.get(i % spoken.size());
            worst = Math.max(worst, Math.abs(told.get(i) - reference));
            assertTrue(i == 0 || told.get(i) >= told.get(i - 1), "in order");
        }
        System.out.println(String.format(Locale.ROOT,
                "[long recording] %d min, %.1f MB of WebM: %d s, %d clips, the largest %d bytes; %d segments, at most"
                        + " %d ms off; at most %d MiB of %d MiB heap in use",
                period.multipliedBy(TIMES).toMinutes(), Files.size(hour) / 1e6, took.toSeconds(), calls, largest,
                segments, worst, heap >> 20, HEAP_MIB));
        assertTrue(worst <= NEAR_MILLIS, worst + " ms off");
        assertEquals(0, told.get(segments + 1), "gaps");
        assertTrue(calls >= 5, "115 MB of samples do not fit into four requests");
        assertTrue(heap <= (long) HEAP_MIB << 20);
    }

    private static List<Long> recognised(Path recording) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MIB + "m", "-cp", System.getProperty("java.class.path"),
                LongRecordingMain.class.getName(), recording.toString(), folder.toString(), String.valueOf(LIMIT))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            String lines = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, child.waitFor());
            return lines.lines().map(Long::valueOf).toList();
        } finally {
            child.destroyForcibly();
        }
    }
}
