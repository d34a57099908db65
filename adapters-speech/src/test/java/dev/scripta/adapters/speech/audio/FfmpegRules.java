package dev.scripta.adapters.speech.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.RecordingRefusedException;
import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.model.AudioSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What any ffmpeg must do with the recordings of browsers, and with hostile ones. */
@Timeout(120)
abstract class FfmpegRules {

    @TempDir
    private Path folder;

    abstract AudioDecoderSettings settings(Path folder);

    @AfterEach
    void nothing_is_left() throws IOException {
        try (Stream<Path> entries = Files.list(Files.createDirectories(folder.resolve("work")))) {
            assertEquals(0, entries.count());
        }
    }

    @ParameterizedTest
    @CsvSource({"hybrid-opus.webm,4.385", "mislabelled-webm.wav,4.385", "moov-last.m4a,4.388", "plain.mp3,4.385",
            "plain.flac,4.385"})
    void formats_are_decoded_with_speech_in_them(String name, double seconds) throws Exception {
        try (Pcm pcm = decode(name)) {
            assertEquals(seconds, Audio.seconds(pcm), 0.06);
            List<SpeechSegment> speech = SpeechSegmenter.segments(Loudness.of(pcm));
            assertEquals(1, speech.size());
            assertEquals(3.5, (double) speech.get(0).length() / Pcm.SAMPLE_RATE, 0.5);
        }
    }

    /** Some decoders give silence for Opus packets of the hybrid mode; the same sentence as WAV is as loud. */
    @Test
    void hybrid_opus_is_as_loud_as_its_source() throws Exception {
        try (Pcm opus = decode("hybrid-opus.webm"); Pcm wav = decode("float-48k.wav")) {
            float[] decoded = Loudness.of(opus);
            float[] source = Loudness.of(wav);
            Arrays.sort(decoded);
            Arrays.sort(source);
            for (double rank : new double[]{0.5, 0.8, 0.95}) {
                assertEquals(source[(int) (rank * source.length)], decoded[(int) (rank * decoded.length)], 2);
            }
        }
    }

    @Test
    void browser_recording_is_decoded_also_from_no_file() throws Exception {
        byte[] webm = Files.readAllBytes(Audio.sample("chromium-mediarecorder-66s.webm"));
        try (Pcm pcm = decoder().decode(Audio.inMemory(webm))) {
            assertEquals(66, Audio.seconds(pcm), 0.1);
            assertEquals(15, SpeechSegmenter.segments(Loudness.of(pcm)).size());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10})
    void beginning_of_a_broken_off_recording_is_kept(int part) throws Exception {
        byte[] webm = Files.readAllBytes(Audio.sample("chromium-mediarecorder-66s.webm"));
        try (Pcm pcm = decoder().decode(Audio.inMemory(Arrays.copyOf(webm, webm.length / part)))) {
            assertEquals(66.0 / part, Audio.seconds(pcm), 16.5 / part);
        }
    }

    @Test
    void too_long_is_refused_not_cut() throws Exception {
        AudioDecoder decoder = new AudioDecoder(settings(folder).withMaxDuration(Duration.ofMinutes(1)));
        for (String name : List.of("conversation-600s.ogg", "chromium-mediarecorder-66s.webm")) {
            AudioSource audio = AudioSource.of(Audio.sample(name));
            assertEquals(Reason.TOO_LONG,
                    assertThrows(RecordingRefusedException.class, () -> decoder.decode(audio)).reason());
        }
    }

    @ParameterizedTest
    @CsvSource({"hybrid-opus.webm,200", "moov-last.m4a,600", "plain.mp3,100", "plain.flac,600"})
    void header_alone_is_refused(String name, int length) throws IOException {
        byte[] head = Arrays.copyOf(Audio.bytes(name), length);
        RecordingRefusedException refused =
                assertThrows(RecordingRefusedException.class, () -> decoder().decode(Audio.inMemory(head)));
        assertTrue(List.of(Reason.EMPTY, Reason.UNREADABLE, Reason.UNSUPPORTED_FORMAT).contains(refused.reason()));
    }

    @Test
    void damaged_recordings_are_read_or_refused_but_hang_nothing() throws Exception {
        Random random = new Random(815);
        for (String name : List.of("hybrid-opus.webm", "moov-last.m4a", "plain.mp3", "plain.flac")) {
            for (int round = 0; round < 4; round++) {
                byte[] bytes = Audio.bytes(name);
                for (int i = 0; i < 40; i++) {
                    bytes[16 + random.nextInt(bytes.length - 16)] = (byte) random.nextInt();
                }
                assertTimeout(Duration.ofSeconds(20), () -> {
                    try (Pcm pcm = decoder().decode(Audio.inMemory(bytes))) {
                        assertTrue(pcm.samples() > 0);
                    } catch (RecordingRefusedException refused) {
                        assertTrue(refused.getMessage().length() > 0);
                    }
                });
            }
        }
    }

    /** Behind the first bytes of audio there may be a list of other files. */
    @Test
    void other_files_are_not_opened() throws IOException {
        String list = "#EXTM3U\n#EXTINF:9,\n" + Audio.file("plain.flac").toUri() + "\n#EXT-X-ENDLIST\n";
        byte[] disguised = ("\u0000\u0000\u0000\u0010ftypisom\u0000\u0000\u0002\u0000" + list)
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThrows(RecordingRefusedException.class, () -> decoder().decode(Audio.inMemory(disguised)));
    }

    Pcm decode(String name) throws IOException, InterruptedException {
        return decoder().decode(AudioSource.of(Audio.file(name)));
    }

    private AudioDecoder decoder() {
        return new AudioDecoder(settings(folder));
    }
}
