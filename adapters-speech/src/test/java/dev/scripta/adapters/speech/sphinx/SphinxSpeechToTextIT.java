package dev.scripta.adapters.speech.sphinx;

import dev.scripta.adapters.speech.audio.Audio;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.port.SpeechToText;
import dev.scripta.core.tck.SpeechToTextContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

final class SphinxSpeechToTextIT extends SpeechToTextContract {

    @Override
    public SpeechToText engine() {
        return Engines.SHARED;
    }

    @Override
    public boolean tellsProgress() {
        return true;
    }

    @Override
    public AudioSource speech() {
        return audio(Audio.file("please-send-me.wav"));
    }

    @Override
    public Duration speechDuration() {
        return Duration.ofMillis(2_350);
    }

    @Override
    public String spokenWords() {
        return "Please send me the notes from the";
    }

    @Override
    public AudioSource silence() {
        return audio(Audio.file("silence-5s.wav"));
    }

    @Override
    public Optional<AudioSource> noise() {
        return Optional.of(audio(Audio.file("pinknoise-5s.wav")));
    }

    private static AudioSource audio(Path file) {
        try {
            return AudioSource.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
