package dev.scripta.core.port;

import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.EngineLimits;
import dev.scripta.core.model.Transcript;
import java.util.Objects;

/**
 * Turns recorded speech into words.
 *
 * <p>
 * An adapter is right when it passes {@code SpeechToTextContract} of the contract kit; the ids in brackets are the rules
 * tested there. It is thread-safe [S08], closes what it opens [S09] and tells nothing private in a message or a
 * {@code toString} [S11]. Null is refused with {@link NullPointerException} [S12].
 */
public interface SpeechToText {

    /**
     * Recognises the speech in the audio. The first bytes tell the format: declared types and file names lie [S04].
     *
     * @return the words with the engine's name [S01, S02], segments in order and within the recording [S03], which have
     *         all the words [S14], and words and gaps within it [S15]; without words when nobody spoke: silence and noise
     *         are results, not failures [S05], and silence is not paid for [S16]
     * @throws dev.scripta.core.error.RecordingRefusedException when the audio is empty, foreign, damaged or too long
     *             [S06, S07]
     * @throws dev.scripta.core.error.TranscriptionFailedException when the engine failed or the audio cannot be read at the
     *             moment [S10]
     */
    Transcript transcribe(AudioSource audio);

    /**
     * The same, and tells how far it is where the engine knows: shares from 0 to 1 that never fall [S17]. An adapter that can
     * tell overrides this, and so does whatever is put around one, lest the progress gets lost [S17]. Not so often that it
     * costs anything: some 20 times a second at most.
     */
    default Transcript transcribe(AudioSource audio, Progress progress) {
        Objects.requireNonNull(progress, "progress");
        return transcribe(audio);
    }

    /**
     * What it takes: always the same. Audio that plays longer is refused before anything is paid for [S13]. Times are
     * declared if and only if transcripts have segments [S14].
     */
    default EngineLimits limits() {
        return EngineLimits.NONE;
    }
}
