package dev.scripta.adapters.speech.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.RecordingRefusedException;
import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.AudioSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WAV, and what is refused before any other program sees it. */
@Timeout(60)
final class AudioDecoderTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"float-48k.wav,4.385", "stereo-44k-s24.wav,4.385", "narrow-8k.wav,4.385", "silence-5s.wav,5",
            "pinknoise-5s.wav,5"})
    void wav_of_all_kinds_keeps_its_duration(String name, double seconds) throws Exception {
        try (Pcm pcm = decoder().decode(AudioSource.of(Audio.file(name)))) {
            assertEquals(seconds, Audio.seconds(pcm), 0.001);
        }
    }

    @Test
    void sixteen_kilohertz_pass_unchanged() throws Exception {
        Path wav = Audio.file("pinknoise-5s.wav");
        byte[] samples = Files.readAllBytes(wav);
        try (Pcm pcm = decoder().decode(AudioSource.of(wav)); InputStream in = pcm.open()) {
            assertArrayEquals(java.util.Arrays.copyOfRange(samples, 44, samples.length), in.readAllBytes());
            assertArrayEquals(java.util.Arrays.copyOfRange(samples, 44 + 2_000, 44 + 2_020), pcm.read(1_000, 10));
            assertEquals(20, pcm.read(pcm.samples() - 10, 99).length);
        }
    }

    @ParameterizedTest
    @CsvSource({"broken-empty.wav,EMPTY", "broken-header-only.wav,EMPTY", "broken-random.wav,UNSUPPORTED_FORMAT",
            "hostile-rate1hz.wav,UNSUPPORTED_FORMAT"})
    void broken_recordings_are_refused_with_the_reason(String name, Reason reason) throws IOException {
        AudioSource audio = AudioSource.of(Audio.file(name));
        assertEquals(reason, assertThrows(RecordingRefusedException.class, () -> decoder().decode(audio)).reason());
        assertNothingIsLeft();
    }

    @Test
    void longest_recording_is_accepted_and_one_sample_more_is_not() throws Exception {
        AudioDecoder decoder = new AudioDecoder(settings().withMaxDuration(Duration.ofSeconds(2)));
        byte[] fits = new WavBytes().data(64_000, data -> {}).build();
        try (Pcm pcm = decoder.decode(Audio.inMemory(fits))) {
            assertEquals(Duration.ofSeconds(2), pcm.duration());
        }
        byte[] tooLong = new WavBytes().data(64_002, data -> {}).build();
        assertEquals(Reason.TOO_LONG, assertThrows(RecordingRefusedException.class,
                () -> decoder.decode(Audio.inMemory(tooLong))).reason());
        assertNothingIsLeft();
    }

    @Test
    void decoded_audio_is_private_and_closing_removes_it() throws Exception {
        try (Pcm pcm = decoder().decode(AudioSource.of(Audio.file("silence-5s.wav")))) {
            assertTrue(pcm.samples() > 0);
            try (Stream<Path> entries = Files.walk(folder.resolve("work")).skip(1)) {
                entries.forEach(AudioDecoderTest::assertPrivate);
            }
        }
        assertNothingIsLeft();
    }

    @Test
    void damaged_source_leaves_nothing_behind() throws Exception {
        byte[] wav = Files.readAllBytes(Audio.file("silence-5s.wav"));
        AudioSource torn = new AudioSource() {
            @Override
            public long size() {
                return wav.length;
            }

            @Override
            public InputStream open() {
                return new TornStream(wav, 90_000);
            }
        };
        assertTrue(assertThrows(TranscriptionFailedException.class, () -> decoder().decode(torn)).retryable());
        assertNothingIsLeft();
    }

    @Test
    void interruption_stops_decoding() throws Exception {
        Thread.currentThread().interrupt();
        AudioSource audio = AudioSource.of(Audio.file("float-48k.wav"));
        assertThrows(InterruptedException.class, () -> decoder().decode(audio));
        assertFalse(Thread.interrupted(), "consumed by the exception");
        assertNothingIsLeft();
    }

    @Test
    void without_a_decoder_it_is_told_what_to_install() throws IOException {
        AudioDecoder decoder = new AudioDecoder(settings().withFfmpeg(Optional.of(folder.resolve("missing"))));
        AudioSource webm = AudioSource.of(Audio.file("hybrid-opus.webm"));
        TranscriptionFailedException failed =
                assertThrows(TranscriptionFailedException.class, () -> decoder.decode(webm));
        assertTrue(failed.getMessage().contains("nstall ffmpeg"), failed.getMessage());
        assertFalse(failed.retryable());
        assertNothingIsLeft();
    }

    private AudioDecoder decoder() {
        return new AudioDecoder(settings());
    }

    private AudioDecoderSettings settings() {
        return AudioDecoderSettings.in(folder);
    }

    private void assertNothingIsLeft() throws IOException {
        Path work = folder.resolve("work");
        if (Files.exists(work)) {
            try (Stream<Path> entries = Files.list(work)) {
                assertEquals(0, entries.count());
            }
        }
    }

    private static void assertPrivate(Path path) {
        try {
            String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
            assertTrue(rights.endsWith("------"), path + " " + rights);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
