package dev.scripta.core.tck;

import dev.scripta.core.model.AudioSource;
import dev.scripta.core.port.SpeechToText;
import java.time.Duration;
import java.util.Optional;

/** What the rules of an engine stand on. */
interface SpeechToTextRules {

    /** The engine under test; called afresh for each use. */
    SpeechToText engine();

    /** A short recording of speech. */
    AudioSource speech();

    /** How long {@link #speech} plays. */
    Duration speechDuration();

    /** What is said in {@link #speech}; letter case and punctuation do not count. */
    String spokenWords();

    /** A recording in which nobody speaks. */
    AudioSource silence();

    /** A recording of noise in which nobody speaks; empty skips its rule. */
    Optional<AudioSource> noise();

    /** How many errors the engine may make, as a share of the spoken words (word error rate); none unless overridden. */
    double tolerance();
}
