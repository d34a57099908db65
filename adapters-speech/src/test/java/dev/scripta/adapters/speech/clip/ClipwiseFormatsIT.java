package dev.scripta.adapters.speech.clip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.scripta.adapters.speech.audio.Audio;
import dev.scripta.adapters.speech.audio.AudioFormat;
import dev.scripta.adapters.speech.audio.Encoder;
import dev.scripta.core.model.EngineLimits;
import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One sentence in every format, under names that lie: engines get the same sound. */
@Timeout(120)
final class ClipwiseFormatsIT {

    private static final Duration DAY = Duration.ofDays(1);
    private static final String SENTENCE = "flite-slt-01.wav";
    private static final double ALIKE = 0.95;
    private static final float QUIET = -55;
    private static final int MOST_LAG = 10;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void formats_that_no_sample_has() throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux") && System.getProperty("os.arch").equals("amd64"));
        Encoder.encode("libopus", "ogg", Audio.sample(SENTENCE), folder.resolve("opus.ogg"), 1);
        Encoder.encode("libopus", "webm", Audio.sample(SENTENCE), folder.resolve("opus.webm"), 1);
        Encoder.encode("aac", "adts", Audio.sample(SENTENCE), folder.resolve("plain.aac"), 1);
        Encoder.encode("aac", "mp4", Audio.sample(SENTENCE), folder.resolve("aac.mp4"), 1);
    }

    @ParameterizedTest
    @CsvSource({"stereo-44k-s24.wav,WAV", "float-48k.wav,WAV", "hybrid-opus.webm,MATROSKA",
            "mislabelled-webm.wav,MATROSKA", "opus.webm,MATROSKA", "opus.ogg,OGG", "moov-last.m4a,MP4", "aac.mp4,MP4",
            "plain.mp3,MP3", "plain.flac,FLAC", "plain.aac,ADTS"})
    void every_format_gives_the_same_sound_and_words_under_any_name(String name, AudioFormat format) throws Exception {
        Heard expected = heard(Audio.sample(SENTENCE));
        byte[] bytes = Files.readAllBytes(recording(name));
        for (String lie : List.of(name, "speech.mp3", "speech.txt")) {
            Heard heard = heard(Files.write(folder.resolve("named-" + lie), bytes));
            assertNear(expected.duration(), heard.duration(), lie);
            assertTrue(likeness(expected.energy(), heard.energy()) >= ALIKE, lie + " " + likeness(expected.energy(),
                    heard.energy()));
            assertEquals(expected.segments().size(), heard.segments().size(), lie);
            for (int i = 0; i < expected.segments().size(); i++) {
                assertNear(expected.segments().get(i).start(), heard.segments().get(i).start(), lie);
            }
        }
        assertEquals(Optional.of(format), sentAs(recording(name)));
    }

    /** What format an engine that reads all is told, unless it is given samples. */
    private static Optional<AudioFormat> sentAs(Path file) throws IOException {
        ListeningRecogniser recogniser = new ListeningRecogniser(all(Long.MAX_VALUE, DAY));
        new Clipwise(folder, recogniser).transcribe(file);
        return recogniser.asked.stream().map(asked -> asked.request().clip().format()).findFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mislabelled-webm.wav", "moov-last.m4a", "plain.mp3"})
    void engine_that_reads_the_format_gets_the_file_as_it_is(String name) throws IOException {
        ListeningRecogniser recogniser = new ListeningRecogniser(all(26_214_400, DAY))
                .answering(heard -> ListeningRecogniser.text("words", heard));
        Path file = Audio.file(name);
        Transcript transcript = new Clipwise(folder, recogniser).transcribe(file);
        assertEquals("words", transcript.text());
        assertEquals(1, recogniser.asked.size());
        Clip clip = recogniser.asked.get(0).request().clip();
        assertEquals(file, clip.file());
        assertNear(Duration.ofMillis(4_385), clip.duration(), name);
        assertTrue(Files.exists(file), "and it stays");
    }

    /** It would be paid for by the hour. */
    @Test
    void file_of_mostly_silence_is_sent_as_samples_of_its_speech() throws Exception {
        byte[] sentence = Files.readAllBytes(Audio.sample(SENTENCE));
        byte[] padded = Arrays.copyOf(sentence, sentence.length + 20 * 16_000 * 2);
        for (int i = 0; i < 4; i++) {
            // As long as the file is: what streaming writers say of the size.
            padded[40 + i] = (byte) 0xff;
        }
        Path wav = Files.write(folder.resolve("padded.wav"), padded);
        Path file = folder.resolve("padded.webm");
        Encoder.encode("libopus", "webm", wav, file, 1);
        ListeningRecogniser recogniser = new ListeningRecogniser(all(26_214_400, DAY));
        new Clipwise(folder, recogniser).transcribe(file);
        Clip clip = recogniser.asked.getFirst().request().clip();
        assertEquals(AudioFormat.WAV, clip.format());
        assertTrue(clip.duration().toSeconds() < 6, clip.toString());
    }

    @Test
    void file_beyond_the_limits_is_sent_as_samples() throws IOException {
        Path file = Audio.sample("chromium-mediarecorder-66s.webm");
        for (EngineLimits limits : List.of(all(Files.size(file) + 60_000, DAY), all(Long.MAX_VALUE, Duration.ofSeconds(
                60)))) {
            ListeningRecogniser recogniser = new ListeningRecogniser(limits);
            Transcript transcript = new Clipwise(folder, recogniser).transcribe(file);
            assertTrue(recogniser.asked.size() > 1);
            assertTrue(recogniser.asked.stream().allMatch(asked -> asked.request().clip().format() == AudioFormat.WAV));
            assertTrue(transcript.isComplete());
        }
    }

    @ParameterizedTest
    @CsvSource({"conversation-600s.ogg,110", "chromium-mediarecorder-66s.webm,15", "conversation-60s.wav,15"})
    void honest_segments_leave_no_gap(String name, int utterances) throws IOException {
        ListeningRecogniser recogniser = new ListeningRecogniser(
                ListeningRecogniser.limits(4_000_000, DAY, "wav"));
        Transcript transcript = new Clipwise(folder, recogniser).transcribe(Audio.sample(name));
        assertEquals(List.of(), transcript.gaps());
        assertEquals(utterances, transcript.segments().size(), 2);
    }

    @Test
    void silence_is_not_paid_for_in_any_format() throws Exception {
        Path silence = folder.resolve("silence.webm");
        Encoder.encode("libopus", "webm", Audio.file("silence-5s.wav"), silence, 3);
        ListeningRecogniser recogniser = new ListeningRecogniser(all(26_214_400, DAY));
        assertEquals(Transcript.noSpeech("listener"), new Clipwise(folder, recogniser).transcribe(silence));
        assertEquals(List.of(), recogniser.asked);
    }

    @Test
    void likeness_tells_one_sentence_from_another() throws IOException {
        double[] sentence = heard(Audio.sample(SENTENCE)).energy();
        assertEquals(1, likeness(sentence, sentence), 1e-9);
        assertTrue(likeness(sentence, heard(Audio.sample("flite-slt-09.wav")).energy()) < 0.6);
        assertArrayEquals(sentence, heard(Audio.sample(SENTENCE)).energy(), 0);
    }

    private static void assertNear(Duration expected, Duration actual, String what) {
        assertTrue(expected.minus(actual).abs().toMillis() <= 100, what + ": " + actual + " for " + expected);
    }

    private static Heard heard(Path file) throws IOException {
        ListeningRecogniser recogniser = new ListeningRecogniser(ListeningRecogniser.WAV_ONLY);
        List<Segment> segments = new Clipwise(folder, recogniser).transcribe(file).segments();
        assertEquals(1, recogniser.asked.size());
        WavSound sound = recogniser.asked.get(0).sound();
        return new Heard(sound, segments);
    }

    private static Path recording(String name) {
        return Files.exists(folder.resolve(name)) ? folder.resolve(name) : Audio.file(name);
    }

    private static EngineLimits all(long bytes, Duration duration) {
        return ListeningRecogniser.limits(bytes, duration, EngineLimits.ALL_FORMATS.toArray(String[]::new));
    }

    /** The correlation of loudness (Pearson), for the best of some lags: codecs delay and segmenters round. */
    private static double likeness(double[] a, double[] b) {
        double best = -1;
        for (int lag = -MOST_LAG; lag <= MOST_LAG; lag++) {
            int from = Math.max(0, -lag);
            int count = Math.min(a.length - Math.max(0, lag), b.length) - from;
            best = Math.max(best, correlation(Arrays.copyOfRange(a, from + lag, from + lag + count),
                    Arrays.copyOfRange(b, from, from + count)));
        }
        return best;
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).map(value -> Math.max(QUIET, value)).average().orElseThrow();
        double meanB = Arrays.stream(b).map(value -> Math.max(QUIET, value)).average().orElseThrow();
        double product = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            double x = Math.max(QUIET, a[i]) - meanA;
            double y = Math.max(QUIET, b[i]) - meanB;
            product += x * y;
            squaresA += x * x;
            squaresB += y * y;
        }
        return product / Math.sqrt(squaresA * squaresB);
    }

    private record Heard(WavSound sound, List<Segment> segments) {

        Duration duration() {
            return sound.duration();
        }

        double[] energy() {
            return sound.energy();
        }
    }
}
