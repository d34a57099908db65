package dev.scripta.core.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.RecordingRefusedException;
import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.EngineLimits;
import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Transcript;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What an engine declares about itself. */
interface LimitRules extends SpeechToTextRules {

    /**
     * A recording that plays longer than {@link EngineLimits#duration}; empty where there is no such bound. Silence unless
     * overridden, as WAV, which is why the engine under test should not take hours.
     */
    Optional<AudioSource> tooLong();

    /**
     * Limits are always the same, whoever asks and whatever was recognised in between.
     *
     * <p>
     * If this fails, check for limits that are asked of the engine instead of declared.
     */
    @Test
    default void s13_limits_are_always_the_same() {
        EngineLimits before = engine().limits();
        engine().transcribe(speech());
        assertEquals(before, engine().limits());
    }

    /**
     * What plays longer than declared is refused as too long; an engine without a bound is given nothing of the kind.
     *
     * <p>
     * If this fails, check that the duration is measured before the engine is asked.
     */
    @Test
    default void s13_what_plays_too_long_is_refused() {
        assertEquals(engine().limits().duration().isPresent(), tooLong().isPresent(), "a recording beyond a bound");
        tooLong().ifPresent(audio -> {
            RecordingRefusedException refused =
                    assertThrows(RecordingRefusedException.class, () -> engine().transcribe(audio));
            assertEquals(Reason.TOO_LONG, refused.reason());
        });
    }

    /**
     * An engine that declares times gives segments, with all the words; one that does not gives none.
     *
     * <p>
     * If this fails, check the limits, and that times are asked for where the engine gives them only when asked.
     */
    @Test
    default void s14_times_come_if_and_only_if_declared() {
        Transcript transcript = engine().transcribe(speech());
        assertEquals(engine().limits().timestamps(), !transcript.segments().isEmpty(), "segments");
        if (engine().limits().timestamps()) {
            String timed = transcript.segments().stream().map(Segment::text).collect(Collectors.joining(" "));
            double errors = WordErrorRate.of(transcript.text(), timed);
            assertTrue(errors == 0, () -> "the words of the segments differ from the text: " + errors);
        }
    }

    /**
     * Nothing is paid for silence: its transcript has no receipt.
     *
     * <p>
     * If this fails, check that speech is looked for before the engine is asked.
     */
    @Test
    default void s16_silence_is_not_paid_for() {
        assertEquals(List.of(), engine().transcribe(silence()).calls());
    }
}
