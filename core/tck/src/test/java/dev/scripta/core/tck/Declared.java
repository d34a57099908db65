package dev.scripta.core.tck;

import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.EngineLimits;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.Progress;
import dev.scripta.core.port.SpeechToText;
import java.util.Objects;

/**
 * A twin that declares what the right engine does, unless it declares something itself: most twins are only a method.
 *
 * @param twin is asked
 * @param right declares
 * @param ownProgress whether the twin itself tells how far it is
 */
record Declared(SpeechToText twin, SpeechToText right, boolean ownProgress) implements SpeechToText {

    @Override
    public Transcript transcribe(AudioSource audio) {
        return twin.transcribe(audio);
    }

    @Override
    public Transcript transcribe(AudioSource audio, Progress progress) {
        if (ownProgress) {
            return twin.transcribe(audio, progress);
        }
        Objects.requireNonNull(progress, "progress");
        Transcript transcript = twin.transcribe(audio);
        progress.reached(1);
        return transcript;
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
