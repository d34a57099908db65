package dev.scripta.adapters.speech.whisper;

import dev.scripta.adapters.speech.audio.AudioContract;
import dev.scripta.adapters.speech.audio.AudioDecoder;
import dev.scripta.adapters.speech.audio.AudioDecoderSettings;
import dev.scripta.adapters.speech.clip.ClipwiseSettings;
import dev.scripta.adapters.speech.clip.ClipwiseSpeechToText;
import dev.scripta.core.port.SpeechToText;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract over the real library, whose model was made to say what is spoken. */
final class WhisperSpeechToTextIT extends AudioContract {

    @TempDir
    private static Path folder;
    private static WhisperRecogniser recogniser;
    private static SpeechToText engine;

    @BeforeAll
    static void open() {
        Path model = ModelBytes.file(folder.resolve("ggml-talking.en.bin"), ModelBytes.ENGLISH,
                new Utterance(0, 200, " " + WORDS));
        recogniser = WhisperRecogniser.open(WhisperSettings.forCores(model, 1));
        AudioDecoder decoder =
                new AudioDecoder(AudioDecoderSettings.in(folder).withMaxDuration(Duration.ofMinutes(1)));
        engine = new ClipwiseSpeechToText(decoder, recogniser, ClipwiseSettings.within(Duration.ofMinutes(5)),
                System::nanoTime);
    }

    @AfterAll
    static void close() {
        recogniser.close();
    }

    @Override
    public SpeechToText engine() {
        return engine;
    }
}
