package dev.scripta.adapters.speech.whisper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.adapters.speech.audio.Audio;
import dev.scripta.adapters.speech.audio.AudioFormat;
import dev.scripta.adapters.speech.clip.Clip;
import dev.scripta.adapters.speech.clip.ClipRequest;
import dev.scripta.adapters.speech.clip.Recognition;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.Segment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With the real library, and models whose weights were set by hand. */
@Timeout(120)
final class WhisperRecogniserIT {

    private static final Utterance FIRST = new Utterance(0, 100, " Please send me");
    private static final Utterance SECOND = new Utterance(102, 230, " the notes.");
    private static final String TEXT = "Please send me the notes.";

    @TempDir
    private Path folder;

    @Test
    void segments_come_with_their_times() throws Exception {
        // whisper.cpp begins a segment where the one before ends.
        try (WhisperRecogniser recogniser = WhisperRecogniser.open(english(1))) {
            Recognition heard = recogniser.recognise(request());
            assertEquals(TEXT, heard.text());
            assertEquals(List.of(segment(0, 1_000, "Please send me"), segment(1_000, 2_300, "the notes.")),
                    heard.segments());
            assertEquals(Optional.of("en"), heard.language());
        }
    }

    @Test
    void what_the_library_loses_is_marked() throws Exception {
        Path model = ModelBytes.file(folder.resolve("ggml-emoji.en.bin"), ModelBytes.ENGLISH,
                new Utterance(0, 100, " Laughing 😀 is good"), new Utterance(102, 230, " for žluťoučký kůň."));
        try (WhisperRecogniser recogniser = WhisperRecogniser.open(WhisperSettings.forCores(model, 1))) {
            assertEquals("Laughing \ufffd is g\ufffd for žluťoučký kůň.", recogniser.recognise(request()).text());
        }
    }

    @Test
    void words_before_the_clip_are_taken_and_not_repeated() throws Exception {
        try (WhisperRecogniser recogniser = WhisperRecogniser.open(english(1))) {
            String before = "She asked for them yesterday, 😀 \0 twice. ".repeat(500);
            ClipRequest request = new ClipRequest(request().clip(), Optional.of(before), Duration.ofMinutes(1));
            assertEquals(TEXT, recogniser.recognise(request).text());
            assertEquals(TEXT, recogniser.recognise(request()).text());
        }
    }

    @Test
    void multilingual_model_takes_each_language_and_task() throws Exception {
        Path model = ModelBytes.file(folder.resolve("ggml-talking.bin"), ModelBytes.MULTILINGUAL, FIRST, SECOND);
        for (Optional<String> language : List.of(Optional.<String>empty(), Optional.of("de"), Optional.of("su"))) {
            for (boolean translate : List.of(true, false)) {
                WhisperSettings settings = new WhisperSettings(model, Optional.empty(), language, translate, 1, 1);
                try (WhisperRecogniser recogniser = WhisperRecogniser.open(settings)) {
                    Recognition heard = recogniser.recognise(request());
                    assertEquals(TEXT, heard.text());
                    assertEquals(translate ? Optional.of("en") : language, heard.language());
                }
            }
        }
    }

    @Test
    void calls_go_on_side_by_side_while_other_models_come_and_go() throws Exception {
        try (WhisperRecogniser recogniser = WhisperRecogniser.open(english(3));
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                answers.add(callers.submit(() -> recogniser.recognise(request()).text()));
            }
            for (int i = 0; i < 3; i++) {
                WhisperRecogniser.open(english(2)).close();
            }
            for (Future<String> answer : answers) {
                assertEquals(TEXT, answer.get());
            }
        }
    }

    @Test
    void closed_engine_refuses_calls() {
        WhisperRecogniser recogniser = WhisperRecogniser.open(english(1));
        recogniser.close();
        recogniser.close();
        assertTrue(assertThrows(TranscriptionFailedException.class, () -> recogniser.recognise(request())).retryable());
    }

    @Test
    void model_that_hears_nothing_is_refused() {
        Path mute = ModelBytes.file(folder.resolve("ggml-mute.en.bin"), ModelBytes.ENGLISH);
        String message = assertThrows(IllegalArgumentException.class,
                () -> WhisperRecogniser.open(WhisperSettings.forCores(mute, 1))).getMessage();
        assertTrue(message.startsWith("the model file " + mute + " heard no word"), message);
    }

    private WhisperSettings english(int workers) {
        Path model = folder.resolve("ggml-talking.en.bin");
        if (!model.toFile().exists()) {
            ModelBytes.file(model, ModelBytes.ENGLISH, FIRST, SECOND);
        }
        return new WhisperSettings(model, Optional.empty(), Optional.empty(), false, workers, 1);
    }

    private static Segment segment(long from, long to, String text) {
        return new Segment(Duration.ofMillis(from), Duration.ofMillis(to), text);
    }

    private static ClipRequest request() {
        Clip clip = new Clip(Audio.file("please-send-me.wav"), AudioFormat.WAV, Duration.ofMillis(2_350));
        return new ClipRequest(clip, Optional.empty(), Duration.ofMinutes(1));
    }
}
