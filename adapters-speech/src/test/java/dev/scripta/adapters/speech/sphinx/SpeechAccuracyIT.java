package dev.scripta.adapters.speech.sphinx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import dev.scripta.adapters.speech.audio.Audio;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.tck.WordErrorRate;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How well and how fast the engine works on the published samples; prints what it measures. */
final class SpeechAccuracyIT {

    private static final List<String> SENTENCES = List.of("01", "09", "17");
    private static final int ATTEMPTS = 3;
    private static final double SECONDS_OF_CALL = 62.7;
    /** Its length on a quiet machine; on one that others use, processors share caches and take longer for the same. */
    private static final double MOST_SECONDS = SECONDS_OF_CALL * (Boolean.getBoolean("scripta.quiet") ? 1 : 3);

    @ParameterizedTest
    @ValueSource(strings = {"flite-slt", "flite-rms", "festival-slt"})
    void clear_voices_have_at_most_ten_percent_errors(String voice) throws IOException {
        StringBuilder said = new StringBuilder();
        StringBuilder heard = new StringBuilder();
        for (String sentence : SENTENCES) {
            said.append(words(voice + "-" + sentence)).append(' ');
            heard.append(heard(Audio.sample(voice + "-" + sentence + ".wav"))).append(' ');
        }
        assertHeard(voice, 0.10, said.toString(), heard.toString());
    }

    @Test
    void call_has_at_most_ten_percent_errors_and_takes_less_than_its_length_of_one_core() throws IOException {
        Engines.SHARED.transcribe(AudioSource.of(Audio.sample("flite-rms-01.wav")));
        double least = Double.MAX_VALUE;
        // Caches are shared with whatever else runs: the best of a few is what the code needs.
        for (int i = 0; i < ATTEMPTS && least > MOST_SECONDS; i++) {
            least = Math.min(least, recogniseCall());
        }
        assertTrue(least <= MOST_SECONDS, least + " s");
    }

    /** Seconds of processor time, of all threads of this JVM. */
    private static double recogniseCall() throws IOException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long before = system.getProcessCpuTime();
        String heard = heard(Audio.sample("conversation-60s.wav"));
        double seconds = (system.getProcessCpuTime() - before) / 1e9;
        report("conversation-60s.wav", String.format(Locale.ROOT, "%.1f s of processor time for %.1f s of audio",
                seconds, SECONDS_OF_CALL));
        assertHeard("conversation-60s.wav", 0.10, words("conversation-60s"), heard);
        return seconds;
    }

    @Test
    void recording_of_a_browser_has_at_most_fifteen_percent_errors() throws IOException {
        assertHeard("chromium-mediarecorder-66s.webm", 0.15, words("chromium-mediarecorder-66s"), heard(Audio.sample(
                "chromium-mediarecorder-66s.webm")));
    }

    @Test
    @EnabledIfSystemProperty(named = "scripta.slow", matches = "true", disabledReason = "takes minutes")
    void meeting_of_ten_minutes_has_at_most_fifteen_percent_errors() throws IOException {
        assertHeard("conversation-600s.ogg", 0.15, words("conversation-600s"), heard(Audio.sample(
                "conversation-600s.ogg")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hybrid-opus.webm", "mislabelled-webm.wav", "moov-last.m4a", "stereo-44k-s24.wav"})
    void words_do_not_depend_on_the_format(String name) throws IOException {
        assertHeard(name, 0.10, words("flite-slt-01"), heard(Audio.file(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"silence-5s.wav", "pinknoise-5s.wav"})
    void silence_and_noise_have_no_words(String name) throws IOException {
        Transcript transcript = Engines.SHARED.transcribe(AudioSource.of(Audio.file(name)));
        assertFalse(transcript.hasSpeech());
        assertEquals(List.of(), transcript.segments());
    }

    private static String words(String sample) throws IOException {
        return Files.readString(Audio.sample(sample + ".txt"));
    }

    private static String heard(Path recording) throws IOException {
        Transcript transcript = Engines.SHARED.transcribe(AudioSource.of(recording));
        assertEquals(List.of(), transcript.gaps());
        assertEquals(1, transcript.calls().size());
        return transcript.text();
    }

    private static void assertHeard(String what, double most, String said, String heard) {
        double rate = WordErrorRate.of(said, heard);
        report(what, String.format(Locale.ROOT, "%.1f %%", 100 * rate));
        assertTrue(rate <= most, heard);
    }

    private static void report(String what, Object measured) {
        System.out.println("[accuracy] " + what + ": " + measured);
    }
}
