package dev.scripta.app.metrics;

import dev.scripta.core.memory.InMemorySpeechToText;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.SpeechToText;
import dev.scripta.core.tck.SpeechToTextContract;
import dev.scripta.core.usecase.SystemTicker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class MeasuredSpeechToTextTest extends SpeechToTextContract {

    private static final String WORDS = "Guten Morgen";
    private static final Duration DURATION = Duration.ofSeconds(1);
    private static final Bytes SPEECH = new Bytes("the sound of speech");
    private static final Bytes SILENCE = new Bytes("the sound of silence");
    private static final Bytes NOISE = new Bytes("the sound of rain");

    private final Meters meters = new Meters();

    @Override
    public SpeechToText engine() {
        Transcript words = new Transcript(WORDS, Optional.of("de"),
                List.of(new Segment(Duration.ZERO, DURATION, WORDS)), Optional.of("memory"));
        return new MeasuredSpeechToText(new InMemorySpeechToText(Map.of(SPEECH.digest(), words, SILENCE.digest(),
                Transcript.noSpeech("memory"), NOISE.digest(), Transcript.noSpeech("memory"))), meters,
                new SystemTicker());
    }

    @Override
    public boolean tellsProgress() {
        return true;
    }

    @Override
    public AudioSource speech() {
        return SPEECH;
    }

    @Override
    public Duration speechDuration() {
        return DURATION;
    }

    @Override
    public String spokenWords() {
        return WORDS;
    }

    @Override
    public AudioSource silence() {
        return SILENCE;
    }

    @Override
    public Optional<AudioSource> noise() {
        return Optional.of(NOISE);
    }
}
