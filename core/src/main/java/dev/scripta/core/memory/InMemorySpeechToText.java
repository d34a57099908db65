package dev.scripta.core.memory;

import dev.scripta.core.error.RecordingRefusedException;
import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.EngineLimits;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.Progress;
import dev.scripta.core.port.SpeechToText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Knows the words of the recordings it was given and no others: for tests and first steps. It really reads the audio and
 * finds it by its digest. Thread-safe.
 */
public final class InMemorySpeechToText implements SpeechToText {

    private final Map<Sha256, Transcript> known;

    /** An engine that knows these recordings by the digest of their bytes. */
    public InMemorySpeechToText(Map<Sha256, Transcript> known) {
        this.known = Map.copyOf(known);
    }

    @Override
    public Transcript transcribe(AudioSource audio) {
        if (audio.size() == 0) {
            throw new RecordingRefusedException(Reason.EMPTY, "The recording is empty.");
        }
        Sha256 digest = digest(audio);
        if (!known.containsKey(digest)) {
            throw new RecordingRefusedException(Reason.UNSUPPORTED_FORMAT,
                    "The in-memory engine knows only the recordings it was given.");
        }
        return known.get(digest);
    }

    /** Tells that all is done, for that is all it knows. */
    @Override
    public Transcript transcribe(AudioSource audio, Progress progress) {
        Objects.requireNonNull(progress, "progress");
        Transcript transcript = transcribe(audio);
        progress.reached(1);
        return transcript;
    }

    /** No bounds; times, if any of its transcripts has segments. */
    @Override
    public EngineLimits limits() {
        boolean timestamps = known.values().stream().anyMatch(transcript -> !transcript.segments().isEmpty());
        return new EngineLimits(OptionalLong.empty(), Optional.empty(), EngineLimits.ALL_FORMATS, Set.of(), timestamps);
    }

    private static Sha256 digest(AudioSource audio) {
        MessageDigest digest = Sha256.newDigest();
        try (InputStream in = new DigestInputStream(audio.open(), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
            return Sha256.finished(digest);
        } catch (IOException e) {
            throw new TranscriptionFailedException("The recording could not be read.", true, e);
        }
    }
}
