package dev.scripta.core.tck;

import dev.scripta.core.model.AudioSource;
import dev.scripta.core.port.SpeechToText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;

/** The engine contract over a broken twin. Run by {@link ContractCatchesBrokenAdaptersTest}, never by itself. */
@ExtendWith(Suspect.class)
final class SuspectEngine extends SpeechToTextContract {

    static final List<Broken<UnaryOperator<SpeechToText>>> ALL =
            Stream.of(BrokenEngines.ALL, BrokenLimits.ALL, BrokenProgress.ALL).flatMap(List::stream).toList();

    private final SpeechToText engine;

    SuspectEngine(String name) {
        SpeechToText right = KnownRecordings.engine();
        Broken<UnaryOperator<SpeechToText>> broken = Broken.byName(ALL).get(name);
        engine = new Declared(broken.twin().apply(right), right, BrokenProgress.ALL.contains(broken));
    }

    @Override
    public SpeechToText engine() {
        return engine;
    }

    @Override
    public boolean tellsProgress() {
        return true;
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
