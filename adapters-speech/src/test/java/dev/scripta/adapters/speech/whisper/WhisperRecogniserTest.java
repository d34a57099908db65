package dev.scripta.adapters.speech.whisper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.adapters.speech.audio.Audio;
import dev.scripta.adapters.speech.audio.AudioFormat;
import dev.scripta.adapters.speech.clip.Clip;
import dev.scripta.adapters.speech.clip.ClipRequest;
import dev.scripta.adapters.speech.clip.Recognition;
import dev.scripta.core.error.RecordingRefusedException;
import dev.scripta.core.model.EngineCall;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.model.Transcript;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Over a model that is no native one. */
final class WhisperRecogniserTest {

    private static final Path PATH = Path.of("models", "ggml-small.en.bin");
    private static final Sha256 DIGEST = Sha256.of(new byte[]{1});
    private static final List<Utterance> WORDS = List.of(new Utterance(10, 90, " Yes."));

    private final List<Integer> heard = Collections.synchronizedList(new ArrayList<>());

    @Test
    void any_wav_is_heard_at_16_khz_and_told_in_the_receipt() throws Exception {
        try (WhisperRecogniser recogniser = open(false, settings(Optional.empty(), false))) {
            Recognition answer = recogniser.recognise(request("narrow-8k.wav", 4_385));
            // Twice the 35,080 samples that are in the file.
            assertEquals(70_160, heard.get(1));
            assertEquals(EngineCall.of("whisper.cpp (ggml-small.en.bin)")
                    .ofModel("ggml-small.en.bin sha256:" + DIGEST.abbreviated())
                    .withAudio(Duration.ofMillis(4_385)), answer.call());
            assertEquals("Yes.", answer.text());
            assertEquals(recogniser.engine(), answer.call().engine());
        }
    }

    @Test
    void any_file_name_fits_into_transcripts_and_receipts() throws Exception {
        Path path = Path.of("ggml-\n" + "x".repeat(240) + ".bin");
        try (WhisperRecogniser recogniser = WhisperRecogniser.open(new ModelFile(path, DIGEST, false),
                settings(Optional.empty(), false), settings -> new FakeModel(1, samples -> WORDS))) {
            assertTrue(recogniser.recognise(request("narrow-8k.wav", 4_385))
                    .call()
                    .model()
                    .orElseThrow()
                    .startsWith("ggml-?x"));
            assertEquals(recogniser.engine(), Transcript.noSpeech(recogniser.engine()).engine().orElseThrow());
        }
    }

    @Test
    void limits_are_those_of_the_model() {
        try (WhisperRecogniser english = open(false, settings(Optional.empty(), false));
                WhisperRecogniser all = open(true, settings(Optional.of("de"), true))) {
            assertEquals(Set.of("en"), english.limits().languages());
            assertEquals(100, all.limits().languages().size());
            assertTrue(all.limits().languages().contains("de"));
            assertEquals(Optional.of(Duration.ofSeconds(30)), all.limits().duration());
            assertEquals(Set.of("wav"), all.limits().formats());
            assertTrue(all.limits().timestamps());
        }
    }

    @Test
    void english_model_is_not_opened_for_other_languages() {
        open(false, settings(Optional.of("en"), false)).close();
        for (WhisperSettings settings : List.of(settings(Optional.of("de"), false), settings(Optional.empty(), true))) {
            String message = assertThrows(IllegalArgumentException.class, () -> open(false, settings)).getMessage();
            assertTrue(message.startsWith("the model file " + PATH + " knows English alone"), message);
        }
    }

    @Test
    void model_that_hears_nothing_is_closed_and_refused() {
        FakeModel mute = new FakeModel(1, samples -> List.of(new Utterance(0, 100, " ")));
        String message = assertThrows(IllegalArgumentException.class, () -> WhisperRecogniser
                .open(new ModelFile(PATH, DIGEST, false), settings(Optional.empty(), false), settings -> mute))
                .getMessage();
        assertTrue(message.contains(PATH + " heard no word"), message);
        assertEquals("model closed", mute.events().getLast());
    }

    @Test
    void library_that_fails_on_the_clip_is_closed_and_does_not_work_here() {
        FakeModel broken = new FakeModel(1, samples -> {
            throw new IllegalStateException("whisper.cpp failed with -6");
        });
        String message = assertThrows(IllegalStateException.class, () -> WhisperRecogniser
                .open(new ModelFile(PATH, DIGEST, false), settings(Optional.empty(), false), settings -> broken))
                .getMessage();
        assertTrue(message.contains(PATH.toString()), message);
        assertEquals("model closed", broken.events().getLast());
    }

    @Test
    void clip_that_is_longer_than_declared_is_refused() {
        try (WhisperRecogniser recogniser = open(false, settings(Optional.empty(), false))) {
            Clip clip = new Clip(Audio.sample("conversation-60s.wav"), AudioFormat.WAV, Duration.ofSeconds(30));
            ClipRequest request = new ClipRequest(clip, Optional.empty(), Duration.ofSeconds(20));
            assertThrows(RecordingRefusedException.class, () -> recogniser.recognise(request));
        }
    }

    @Test
    void settings_are_checked_and_words_are_not_printed() {
        for (String code : List.of("", "EN", "english", "xx")) {
            assertThrows(IllegalArgumentException.class, () -> settings(Optional.of(code), false));
        }
        assertThrows(IllegalArgumentException.class, () -> new WhisperSettings(PATH, Optional.empty(), Optional.empty(),
                false, 0, 1));
        assertEquals(2, WhisperSettings.forCores(PATH, 2).threads());
        assertFalse((WORDS.toString() + Heard.of(WORDS, Duration.ofSeconds(2))).contains("Yes"));
    }

    private WhisperRecogniser open(boolean multilingual, WhisperSettings settings) {
        return WhisperRecogniser.open(new ModelFile(PATH, DIGEST, multilingual), settings,
                given -> new FakeModel(1, samples -> {
                    heard.add(samples.length);
                    return WORDS;
                }));
    }

    private static WhisperSettings settings(Optional<String> language, boolean translate) {
        return new WhisperSettings(PATH, Optional.empty(), language, translate, 1, 1);
    }

    private static ClipRequest request(String name, long millis) {
        Clip clip = new Clip(Audio.file(name), AudioFormat.WAV, Duration.ofMillis(millis));
        return new ClipRequest(clip, Optional.empty(), Duration.ofSeconds(20));
    }
}
