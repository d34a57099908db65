package dev.scripta.adapters.speech.clip;

import dev.scripta.adapters.speech.audio.Audio;
import dev.scripta.adapters.speech.audio.AudioDecoder;
import dev.scripta.adapters.speech.audio.AudioDecoderSettings;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.Segment;
import dev.scripta.core.port.SpeechToText;
import dev.scripta.core.tck.SpeechToTextContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class ClipwiseSpeechToTextTest extends SpeechToTextContract {

    private static final String WORDS = "Please send me the notes from the";

    @TempDir
    private static Path folder;

    private Optional<SpeechToText> engine = Optional.empty();

    @BeforeEach
    void start() {
        ListeningRecogniser recogniser = new ListeningRecogniser(ListeningRecogniser.WAV_ONLY)
                .answering(heard -> new Recognition(WORDS, heard.language(), spoken(heard.segments()), heard.heard(),
                        heard.call()));
        AudioDecoder decoder =
                new AudioDecoder(AudioDecoderSettings.in(folder).withMaxDuration(Duration.ofMinutes(1)));
        engine = Optional.of(new ClipwiseSpeechToText(decoder, recogniser,
                ClipwiseSettings.within(Duration.ofMinutes(1)), System::nanoTime));
    }

    private static List<Segment> spoken(List<Segment> heard) {
        return heard.isEmpty()
                ? heard
                : List.of(new Segment(heard.getFirst().start(), heard.getLast().end(), WORDS));
    }

    @Override
    public SpeechToText engine() {
        return engine.orElseThrow();
    }

    @Override
    public boolean tellsProgress() {
        return true;
    }

    @Override
    public AudioSource speech() {
        return audio("please-send-me.wav");
    }

    @Override
    public Duration speechDuration() {
        return Duration.ofMillis(2_350);
    }

    @Override
    public String spokenWords() {
        return WORDS;
    }

    @Override
    public AudioSource silence() {
        return audio("silence-5s.wav");
    }

    @Override
    public Optional<AudioSource> noise() {
        return Optional.of(audio("pinknoise-5s.wav"));
    }

    private static AudioSource audio(String name) {
        try {
            return AudioSource.of(Audio.file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
