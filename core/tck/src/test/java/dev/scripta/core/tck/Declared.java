package dev.scripta.core.tck;

import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.EngineLimits;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.SpeechToText;

/**
 * A twin that declares what the right engine does, unless it declares something itself: most twins are only a method.
 *
 * @param twin is asked
 * @param right declares
 */
record Declared(SpeechToText twin, SpeechToText right) implements SpeechToText {

    @Override
    public Transcript transcribe(AudioSource audio) {
        return twin.transcribe(audio);
    }

    @Override
    public EngineLimits limits() {
        EngineLimits own = twin.limits();
        return own.equals(EngineLimits.NONE) ? right.limits() : own;
    }

    @Override
    public String toString() {
        return twin.toString();
    }
}
