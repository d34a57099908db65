package dev.scripta.core.tck;

import dev.scripta.core.model.AudioSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * The contract of {@link dev.scripta.core.port.SpeechToText}: an adapter is right when a test class that extends this one
 * passes. Each test method's name begins with the id of the rule it tests.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class SpeechToTextContract implements RecognitionRules, AudioRules, LimitRules, ProgressRules {

    private static final Duration A_LITTLE = Duration.ofSeconds(2);

    /** For the adapter's test class. */
    protected SpeechToTextContract() {}

    @Override
    public Optional<AudioSource> noise() {
        return Optional.empty();
    }

    @Override
    public Optional<AudioSource> tooLong() {
        return engine().limits().duration().map(longest -> new SilentWav(longest.plus(A_LITTLE)));
    }

    @Override
    public double tolerance() {
        return 0;
    }

    @Override
    public boolean tellsProgress() {
        return false;
    }
}
