package dev.scripta.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording is its bytes, whatever they are called and wherever they lie. */
final class RecordingTest {

    private static final ConversationKey KEY = new ConversationKey(OwnerId.LOCAL, new SessionId("s"));

    @TempDir
    private Path folder;

    @Test
    void digest_is_that_of_the_bytes_alone() throws IOException {
        byte[] bytes = new byte[200_001];
        new Random(1).nextBytes(bytes);
        Recording recording = Recording.of(KEY, audio("a.wav", bytes));
        assertEquals(Sha256.of(bytes), recording.digest());
        assertEquals(recording.digest(), Recording.digestOf(audio("b.webm", bytes)));
        bytes[200_000] ^= 1;
        assertNotEquals(recording.digest(), Recording.digestOf(audio("a.wav", bytes)));
    }

    /** FIPS 180-4: the digest of nothing. */
    @Test
    void digest_of_empty_audio() throws IOException {
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                Recording.digestOf(audio("empty", new byte[0])).hex());
    }

    @Test
    void file_gives_its_bytes_each_time() throws IOException {
        AudioSource audio = audio("a", new byte[]{1, 2, 3});
        assertEquals(3, audio.size());
        assertEquals(Optional.of(folder.resolve("a")), audio.file());
        for (int i = 0; i < 2; i++) {
            try (InputStream in = audio.open()) {
                assertEquals(Sha256.of(new byte[]{1, 2, 3}), Sha256.of(in.readAllBytes()));
            }
        }
    }

    @Test
    void missing_file_is_told_at_once() {
        assertThrows(NoSuchFileException.class, () -> AudioSource.of(folder.resolve("none")));
    }

    private AudioSource audio(String name, byte[] bytes) throws IOException {
        return AudioSource.of(Files.write(folder.resolve(name), bytes));
    }
}
