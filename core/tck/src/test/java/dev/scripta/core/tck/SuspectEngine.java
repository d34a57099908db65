package dev.scripta.core.tck;

import dev.scripta.core.model.AudioSource;
import dev.scripta.core.port.SpeechToText;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;

/** The engine contract over a broken twin. Run by {@link ContractCatchesBrokenAdaptersTest}, never by itself. */
@ExtendWith(Suspect.class)
final class SuspectEngine extends SpeechToTextContract {

    private final SpeechToText engine;

    SuspectEngine(String name) {
        engine = Broken.byName(BrokenEngines.ALL).get(name).twin().apply(KnownRecordings.engine());
    }

    @Override
    public SpeechToText engine() {
        return engine;
    }

    @Override
    public AudioSource speech() {
        return KnownRecordings.audio(KnownRecordings.SPEECH);
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
