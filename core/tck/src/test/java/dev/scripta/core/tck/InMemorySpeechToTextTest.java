package dev.scripta.core.tck;

import dev.scripta.core.model.AudioSource;
import dev.scripta.core.port.SpeechToText;
import java.time.Duration;
import java.util.Optional;

final class InMemorySpeechToTextTest extends SpeechToTextContract {

    @Override
    public SpeechToText engine() {
        return KnownRecordings.engine();
    }

    @Override
    public AudioSource speech() {
        return KnownRecordings.audio(KnownRecordings.SPEECH);
    }

    @Override
    public boolean tellsProgress() {
        return true;
    }

    @Override
    public Duration speechDuration() {
        return KnownRecordings.DURATION;
    }

    @Override
    public String spokenWords() {
        return KnownRecordings.WORDS;
    }

    @Override
    public AudioSource silence() {
        return KnownRecordings.audio(KnownRecordings.SILENCE);
    }

    @Override
    public Optional<AudioSource> noise() {
        return Optional.of(KnownRecordings.audio(KnownRecordings.NOISE));
    }
}
