package dev.scripta.core.tck;

import dev.scripta.core.error.RecordingRefusedException;
import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.EngineLimits;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.SpeechToText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** An engine that is right passes with a bound and without times, too. */
final class BoundedSpeechToTextTest extends SpeechToTextContract {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    @Override
    public SpeechToText engine() {
        return new Bounded(KnownRecordings.engine());
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

    /** Takes ten seconds, as far as bytes tell, and gives no times. */
    private record Bounded(SpeechToText engine) implements SpeechToText {

        @Override
        public Transcript transcribe(AudioSource audio) {
            if (audio.size() > LONGEST.toSeconds() * SilentWav.BYTES_PER_SECOND) {
                throw new RecordingRefusedException(Reason.TOO_LONG, "Ten seconds are enough.");
            }
            Transcript timed = engine.transcribe(audio);
            return new Transcript(timed.text(), timed.language(), List.of(), timed.engine());
        }

        @Override
        public EngineLimits limits() {
            return new EngineLimits(OptionalLong.empty(), Optional.of(LONGEST), EngineLimits.ALL_FORMATS, Set.of(),
                    false);
        }
    }
}
