package dev.scripta.core.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.Gap;
import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an engine makes of recordings. */
interface RecognitionRules extends SpeechToTextRules {

    /** How many recordings are recognised at once. */
    int THREADS = 4;

    /**
     * Speech gives its words.
     *
     * <p>
     * If this fails, check sample rate and channels of what the engine is fed, its language, and {@link #tolerance}.
     */
    @Test
    default void s01_speech_gives_its_words() {
        assertSpoken(spokenWords(), engine().transcribe(speech()).text());
    }

    /**
     * The transcript names its engine, also when nobody spoke.
     *
     * <p>
     * If this fails, check the results that are made without asking the engine.
     */
    @Test
    default void s02_engine_is_named() {
        assertTrue(engine().transcribe(speech()).engine().isPresent(), "speech");
        assertTrue(engine().transcribe(silence()).engine().isPresent(), "silence");
    }

    /**
     * Segments are in order and end within the recording; an engine without them is the matter of S14.
     *
     * <p>
     * If this fails, check the unit of the engine's times, and for windows that are filled up with silence.
     */
    @Test
    default void s03_segments_lie_in_order_within_the_recording() {
        List<Segment> segments = engine().transcribe(speech()).segments();
        Duration last = Duration.ZERO;
        for (Segment segment : segments) {
            assertTrue(segment.start().compareTo(last) >= 0, "in order: " + segment);
            assertTrue(segment.end().compareTo(speechDuration()) <= 0, "within the recording: " + segment);
            last = segment.start();
        }
    }

    /**
     * Words lie within the recording, and gaps do, in order.
     *
     * <p>
     * If this fails, check that both are moved with the clip that they were found in.
     */
    @Test
    default void s15_words_and_gaps_lie_within_the_recording() {
        Transcript transcript = engine().transcribe(speech());
        transcript.segments()
                .stream()
                .flatMap(segment -> segment.words().stream())
                .forEach(word -> assertTrue(word.end().compareTo(speechDuration()) <= 0, word::toString));
        Duration last = Duration.ZERO;
        for (Gap gap : transcript.gaps()) {
            assertTrue(gap.start().compareTo(last) >= 0, "in order: " + gap);
            assertTrue(gap.end().compareTo(speechDuration()) <= 0, "within the recording: " + gap);
            last = gap.end();
        }
    }

    /**
     * Names do not matter: the same bytes give the same words from a file with a misleading name and from no file at all.
     *
     * <p>
     * If this fails, check that the format is told by the first bytes, and that sources without a file are spooled.
     */
    @Test
    default void s04_name_and_kind_of_source_do_not_matter(@TempDir Path folder) throws IOException {
        byte[] bytes = BytesAudio.bytesOf(speech());
        for (String name : List.of("speech.txt", "speech.html", "speech.m3u8", "speech")) {
            AudioSource file = AudioSource.of(Files.write(folder.resolve(name), bytes));
            assertSpoken(spokenWords(), engine().transcribe(file).text());
        }
        assertSpoken(spokenWords(), engine().transcribe(new BytesAudio(bytes)).text());
    }

    /**
     * Silence is a result without words, not a failure.
     *
     * <p>
     * If this fails, check for words that the engine is known to invent, and its threshold for speech.
     */
    @Test
    default void s05_silence_is_no_speech() {
        assertNoSpeech(engine().transcribe(silence()));
    }

    /**
     * Noise is a result without words, not a failure. Skipped without a recording of noise.
     *
     * <p>
     * If this fails, see the rule for silence.
     */
    @Test
    default void s05_noise_is_no_speech() {
        assumeTrue(noise().isPresent(), "needs a recording of noise");
        assertNoSpeech(engine().transcribe(noise().orElseThrow()));
    }

    /**
     * Several recordings at once give what each gives alone.
     *
     * <p>
     * If this fails, check for state of the engine that calls share.
     */
    @Test
    default void s08_several_at_once_give_the_same_as_one_by_one() throws Exception {
        List<Transcript> alone = List.of(engine().transcribe(speech()), engine().transcribe(silence()));
        List<Transcript> together = AtOnce.all(THREADS,
                i -> () -> engine().transcribe(i % 2 == 0 ? speech() : silence()));
        for (int i = 0; i < THREADS; i++) {
            assertSpoken(alone.get(i % 2).text(), together.get(i).text());
        }
    }

    private static void assertNoSpeech(Transcript transcript) {
        assertFalse(transcript.hasSpeech(), "no words");
        assertEquals(List.of(), transcript.segments());
    }

    private void assertSpoken(String expected, String heard) {
        double errors = WordErrorRate.of(expected, heard);
        assertTrue(errors <= tolerance(), () -> "word error rate " + errors + ", expected <" + expected + ">, heard <"
                + heard + ">");
    }
}
