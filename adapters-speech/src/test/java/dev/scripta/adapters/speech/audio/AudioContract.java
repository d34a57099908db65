package dev.scripta.adapters.speech.audio;

import dev.scripta.core.model.AudioSource;
import dev.scripta.core.tck.SpeechToTextContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;

/** The contract of an engine that tells its progress, over the recordings of the tests. */
public abstract class AudioContract extends SpeechToTextContract {

    /** What is said in the recording. */
    protected static final String WORDS = "Please send me the notes from the";

    /** For the tests of one engine. */
    protected AudioContract() {}

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
