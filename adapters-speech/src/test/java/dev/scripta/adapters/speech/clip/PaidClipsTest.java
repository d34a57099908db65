package dev.scripta.adapters.speech.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.scripta.adapters.speech.audio.AudioFormat;
import dev.scripta.core.model.EngineCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PaidClipsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    private Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private final PaidClips paid = new PaidClips(new ClipwiseSettings(HOUR, 1, HOUR, HOUR), nanos::get);

    @Test
    void same_bytes_after_the_same_words_are_the_same_request() throws IOException {
        assertEquals(PaidClips.key(request("a", "words")), PaidClips.key(request("a", "words")));
        assertNotEquals(PaidClips.key(request("a", "words")), PaidClips.key(request("b", "words")));
        assertNotEquals(PaidClips.key(request("a", "words")), PaidClips.key(request("a", "other words")));
        assertNotEquals(PaidClips.key(request("a", "")), PaidClips.key(request("a", "words")));
    }

    @Test
    void oldest_are_forgotten_for_newer_ones() throws IOException {
        keep("a", 30);
        keep("b", 30);
        assertEquals(List.of(true, true), List.of(known("a"), known("b")));
        keep("c", 1);
        assertEquals(List.of(false, true, true), List.of(known("a"), known("b"), known("c")));
        keep("d", 61);
        assertEquals(List.of(false, false, false), List.of(known("b"), known("c"), known("d")), "too much by itself");
    }

    @Test
    void what_is_kept_again_counts_once() throws IOException {
        keep("a", 40);
        keep("a", 40);
        keep("b", 20);
        assertEquals(List.of(true, true), List.of(known("a"), known("b")));
    }

    @Test
    void what_is_forgotten_makes_room() throws IOException {
        keep("a", 40);
        keep("b", 20);
        paid.forget(List.of(PaidClips.key(request("a", ""))));
        keep("c", 40);
        assertEquals(List.of(false, true, true), List.of(known("a"), known("b"), known("c")));
    }

    @Test
    void everything_is_forgotten_in_time() throws IOException {
        keep("a", 1);
        nanos.set(HOUR.toNanos() - 1);
        assertEquals(true, known("a"));
        nanos.set(HOUR.toNanos());
        assertEquals(false, known("a"));
    }

    private void keep(String bytes, int minutes) throws IOException {
        ClipRequest request = request(bytes, "");
        paid.keep(PaidClips.key(request), new ClipRequest(
                new Clip(request.clip().file(), AudioFormat.WAV, Duration.ofMinutes(minutes)), Optional.empty(), HOUR),
                new Recognition("words", Optional.empty(), List.of(), Optional.empty(), EngineCall.of("engine")));
    }

    private boolean known(String bytes) throws IOException {
        return paid.find(PaidClips.key(request(bytes, ""))).isPresent();
    }

    private ClipRequest request(String bytes, String preceding) throws IOException {
        Path file = Files.writeString(folder.resolve("clip"), bytes);
        return new ClipRequest(new Clip(file, AudioFormat.WAV, HOUR), Optional.of(preceding)
                .filter(words -> !words
                        .isEmpty()), HOUR);
    }
}
