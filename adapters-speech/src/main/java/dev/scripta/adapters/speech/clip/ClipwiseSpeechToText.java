package dev.scripta.adapters.speech.clip;

import dev.scripta.adapters.speech.audio.AudioDecoder;
import dev.scripta.adapters.speech.audio.AudioFormat;
import dev.scripta.adapters.speech.audio.Pcm;
import dev.scripta.adapters.speech.audio.SpeechSegment;
import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.EngineLimits;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.Progress;
import dev.scripta.core.port.SpeechToText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Recognises recordings of any format and length by an engine that takes one file of bounded size at a time, and is
 * perhaps paid for each. Audio without speech does not reach the engine. Other audio is sent as it came, if the engine
 * reads its format and takes all of it; else it is decoded, split at pauses, and recognised clip after clip. Speech of
 * which no words came is told as gaps. Thread-safe; works in the calling thread.
 *
 * <p>
 * WAV is the exception: it comes in too many kinds, up to twelve times as large as needed, so it is always decoded.
 */
public final class ClipwiseSpeechToText implements SpeechToText {

    private static final double LEAST_SHARE = 0.6;

    private final AudioDecoder decoder;
    private final ClipRecogniser recogniser;
    private final ClipwiseSettings settings;
    private final LongSupplier nanoTime;
    private final ClipBounds bounds;
    private final PaidClips paid;
    private final Semaphore places;

    /**
     * The engine behind the recogniser.
     *
     * @param nanoTime nanoseconds since some moment, never stepping back
     * @throws IllegalArgumentException when the engine does not take WAV clips of 20 s, the longest stretch of speech that
     *             is not split
     */
    public ClipwiseSpeechToText(AudioDecoder decoder, ClipRecogniser recogniser, ClipwiseSettings settings,
            LongSupplier nanoTime) {
        this.decoder = Objects.requireNonNull(decoder, "decoder");
        this.recogniser = Objects.requireNonNull(recogniser, "recogniser");
        this.settings = Objects.requireNonNull(settings, "settings");
        this.nanoTime = Objects.requireNonNull(nanoTime, "nanoTime");
        this.bounds = new ClipBounds(recogniser.limits());
        this.paid = new PaidClips(settings, nanoTime);
        this.places = new Semaphore(settings.recordings(), true);
    }

    /** What can be decoded; the engine's own bounds are kept by splitting. */
    @Override
    public EngineLimits limits() {
        EngineLimits engine = recogniser.limits();
        return new EngineLimits(OptionalLong.empty(), Optional.of(decoder.maxDuration()), EngineLimits.ALL_FORMATS,
                engine.languages(), engine.timestamps());
    }

    @Override
    public Transcript transcribe(AudioSource audio) {
        return transcribe(audio, Progress.NONE);
    }

    @Override
    public Transcript transcribe(AudioSource audio, Progress progress) {
        Objects.requireNonNull(audio, "audio");
        Objects.requireNonNull(progress, "progress");
        try {
            return inTurn(audio, new Deadline(settings.deadline(), nanoTime), progress);
        } catch (InterruptedException e) {
            // Like a crash in the middle of a call: done again, though it may have been billed (decision 0019).
            Thread.currentThread().interrupt();
            throw new TranscriptionFailedException("Recognition was stopped.", true, e);
        } catch (IOException e) {
            throw new TranscriptionFailedException("The recording could not be read at the moment.", true, e);
        } catch (ScriptaException ours) {
            throw ours;
        } catch (RuntimeException e) {
            throw new TranscriptionFailedException("The speech engine failed on this recording.", false, e);
        }
    }

    /** Decoded audio takes a hundred megabytes an hour on the disk: who waits for the engine waits before that. */
    private Transcript inTurn(AudioSource audio, Deadline deadline, Progress progress)
            throws IOException, InterruptedException {
        if (!places.tryAcquire(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
            throw new TranscriptionFailedException("The speech engine was busy with other recordings all the time.",
                    true);
        }
        try {
            return recognised(audio, deadline, progress);
        } finally {
            places.release();
        }
    }

    private Transcript recognised(AudioSource audio, Deadline deadline, Progress progress)
            throws IOException, InterruptedException {
        try (Pcm pcm = decoder.decode(audio)) {
            List<SpeechSegment> speech = pcm.speech();
            if (speech.isEmpty()) {
                return Transcript.noSpeech(recogniser.engine());
            }
            ClipRun run = new ClipRun(recogniser, paid, deadline, progress);
            List<SpeechSegment> clips = ClipPlan.clips(speech, bounds.maxSamples());
            Optional<Path> original = original(audio, pcm).filter(file -> mostOf(pcm, clips));
            JoinedTranscript joined = original.isPresent() ? run.whole(pcm, original.get()) : run.each(pcm, clips);
            return joined.transcript(recogniser.engine(), speech);
        }
    }

    /** A file that is mostly silence is not sent as it came: it would be paid for by the hour. */
    private static boolean mostOf(Pcm pcm, List<SpeechSegment> clips) {
        return clips.stream().mapToLong(SpeechSegment::length).sum() >= LEAST_SHARE * pcm.samples();
    }

    private Optional<Path> original(AudioSource audio, Pcm pcm) {
        return audio.file()
                .filter(file -> pcm.format() != AudioFormat.WAV
                        && bounds.takes(pcm.format(), audio.size(), pcm.duration()));
    }
}
