package dev.scripta.adapters.speech.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.scripta.adapters.speech.audio.Audio;
import dev.scripta.adapters.speech.audio.Encoder;
import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.tck.server.Dialect;
import dev.scripta.core.tck.server.Heard;
import dev.scripta.core.tck.server.ScriptedRequest;
import dev.scripta.core.tck.server.ScriptedServer;
import dev.scripta.core.tck.server.TranscriptionService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * An hour of talk as a browser records it, WebM/Opus, through an OpenAI-compatible server that takes 25 MiB a request, in
 * 256 MiB of heap; prints what it measures.
 */
@Timeout(300)
final class LongRecordingIT {

    private static final int HEAP_MIB = 256;
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

        try (ScriptedServer server = ScriptedServer
                .answering(TranscriptionService.of(Dialect.OPENAI, LongRecordingIT::heard))
                .keeping((int) TranscriptionService.OPENAI_BYTES)) {
            long began = System.nanoTime();
            List<Long> told = recognised(hour, server.url());
            check(told, call, period, server, Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private static void check(List<Long> told, Path call, Duration period, ScriptedServer server, Duration took)
            throws IOException {
        int segments = told.size() - 3;
        long calls = told.get(segments);
        long heap = told.get(segments + 2);
        long largest = server.requests()
                .stream()
                .mapToLong(request -> Long.parseLong(request.header("Content-Length").orElseThrow()))
                .max()
                .orElseThrow();
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
                "[long recording] %d min of WebM: %d s, %d requests, the largest of %d bytes; %d segments, at most"
                        + " %d ms off; at most %d MiB of %d MiB heap in use",
                period.multipliedBy(TIMES).toMinutes(), took.toSeconds(), calls, largest, segments, worst, heap >> 20,
                HEAP_MIB));
        assertTrue(worst <= NEAR_MILLIS, worst + " ms off");
        assertEquals(0, told.get(segments + 1), "gaps");
        // The recording repeats itself, and so does one of the five clips, which is not paid for twice.
        assertTrue(calls >= 4, "115 MB of samples do not fit into four requests");
        assertEquals(server.count(), calls, "nothing was refused or sent twice");
    }

    private static Heard heard(ScriptedRequest request) {
        try {
            WavSound sound = WavSound.of(Files.write(Files.createTempFile(folder, "heard", ""), request.file()
                    .orElseThrow()
                    .kept()));
            List<Segment> segments = sound.utterances();
            String text = segments.stream().map(Segment::text).collect(Collectors.joining(" "));
            return new Heard(new Transcript(text, Optional.of("en"), segments, Optional.empty()), sound.duration());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The child's heap is bounded: it ends with an error when that is not enough. */
    private static List<Long> recognised(Path recording, URI server) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MIB + "m", "-cp", System.getProperty("java.class.path"),
                LongRecordingMain.class.getName(), recording.toString(), folder.toString(), server.toString())
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
