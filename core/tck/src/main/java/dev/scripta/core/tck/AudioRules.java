package dev.scripta.core.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.RecordingRefusedException;
import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.AudioSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an engine treats the bytes it is given. */
interface AudioRules extends SpeechToTextRules {

    /**
     * Without bytes there is nothing to recognise: the recording is refused as empty.
     *
     * <p>
     * If this fails, check that emptiness is told before the format is.
     */
    @Test
    default void s06_empty_audio_is_refused(@TempDir Path folder) throws IOException {
        for (AudioSource audio : List.of(new BytesAudio(new byte[0]),
                AudioSource.of(Files.write(folder.resolve("empty.wav"), new byte[0])))) {
            RecordingRefusedException refused =
                    assertThrows(RecordingRefusedException.class, () -> engine().transcribe(audio));
            assertEquals(Reason.EMPTY, refused.reason());
        }
    }

    /**
     * What is no audio is refused, whatever its name says; a playlist is not followed, not even to audio.
     *
     * <p>
     * If this fails, check that the first bytes decide, and which formats and protocols the decoder may open by itself.
     */
    @Test
    default void s07_what_is_no_audio_is_refused(@TempDir Path folder) throws IOException {
        Path speech = Files.write(folder.resolve("speech.bin"), BytesAudio.bytesOf(speech()));
        List<byte[]> foreign = new ArrayList<>(ForeignBytes.ALL);
        foreign.addAll(ForeignBytes.playlistsOf(speech));
        for (int i = 0; i < foreign.size(); i++) {
            Path file = Files.write(folder.resolve(i + ".wav"), foreign.get(i));
            for (AudioSource audio : List.of(new BytesAudio(foreign.get(i)), AudioSource.of(file))) {
                RecordingRefusedException refused = assertThrows(RecordingRefusedException.class,
                        () -> engine().transcribe(audio), "bytes " + i);
                assertTrue(Set.of(Reason.UNSUPPORTED_FORMAT, Reason.UNREADABLE).contains(refused.reason()),
                        "bytes " + i + ": " + refused.reason());
            }
        }
    }

    /**
     * Every stream that the engine opens is closed when it answers, refuses or fails.
     *
     * <p>
     * If this fails, check for streams outside try-with-resources.
     */
    @Test
    default void s09_all_opened_streams_are_closed() throws IOException {
        BytesAudio recording = new BytesAudio(BytesAudio.bytesOf(speech()));
        engine().transcribe(recording);
        assertEquals(0, recording.stillOpen(), "after speech");
        BytesAudio text = new BytesAudio(ForeignBytes.ALL.get(0));
        failureOf(text);
        assertEquals(0, text.stillOpen(), "after a refusal");
    }

    /**
     * Audio that cannot be read at the moment is a failed transcription that may succeed later, not a refused recording.
     *
     * <p>
     * If this fails, check that {@link IOException} of the source is told apart from damage of the audio.
     */
    @Test
    default void s10_unreadable_source_is_a_retryable_failure() throws IOException {
        byte[] bytes = BytesAudio.bytesOf(speech());
        for (int readable : new int[]{0, bytes.length / 2}) {
            TranscriptionFailedException failed = assertThrows(TranscriptionFailedException.class,
                    () -> engine().transcribe(new FailingAudio(bytes, readable)), readable + " bytes are readable");
            assertTrue(failed.retryable(), "retryable");
        }
    }

    /**
     * Neither what was said nor what is in a file nor what the system says is repeated in a message or a toString.
     *
     * <p>
     * If this fails, check that messages are constant and that vendors' messages stay in the cause.
     */
    @Test
    default void s11_nothing_private_is_told() throws IOException {
        Stream.of(spokenWords().split("\\s+")).filter(word -> word.length() > 3).forEach(word -> {
            assertNotTold(word, engine().transcribe(speech()).toString());
            assertNotTold(word, engine().toString());
        });
        assertNotTold(ForeignBytes.MARKER, failureOf(new BytesAudio(ForeignBytes.ALL.get(0))));
        assertNotTold(FailingAudio.DISK_MESSAGE, failureOf(new FailingAudio(BytesAudio.bytesOf(speech()), 0)));
    }

    /**
     * Null is a programmer's mistake.
     *
     * <p>
     * If this fails, check that the argument is required before it is used.
     */
    @Test
    @SuppressWarnings("NullAway") // null is what this rule is about
    default void s12_null_is_refused() {
        assertThrows(NullPointerException.class, () -> engine().transcribe(null));
        assertThrows(NullPointerException.class, () -> engine().transcribe(speech(), null));
    }

    /** What the engine tells when it refuses or fails; nothing if it does neither. */
    private String failureOf(AudioSource audio) {
        try {
            engine().transcribe(audio);
            return "";
        } catch (ScriptaException failure) {
            return failure.toString();
        }
    }

    private static void assertNotTold(String secret, String told) {
        assertFalse(told.toLowerCase(Locale.ROOT).contains(secret.toLowerCase(Locale.ROOT)), told);
    }
}
