package dev.scripta.adapters.speech.audio;

import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.AudioSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Decodes what is not WAV by ffmpeg in a child process, so many at once. Thread-safe. */
final class FfmpegDecoder {

    static final String ADVICE = "Install ffmpeg, or send WAV audio.";

    private final Ffmpeg ffmpeg;
    private final Duration maxDuration;
    private final ResourceLimits limits;
    private final ChildProcess child;
    private final Semaphore turns;

    FfmpegDecoder(Ffmpeg ffmpeg, AudioDecoderSettings settings) {
        this.ffmpeg = ffmpeg;
        this.maxDuration = settings.maxDuration();
        this.limits = new ResourceLimits(settings.timeLimit());
        this.child = new ChildProcess(settings.timeLimit(), samplesToAskFor() * Pcm.SAMPLE_BYTES);
        this.turns = new Semaphore(settings.concurrency(), true);
    }

    /** A little more than is allowed: only so can "too long" be told from "just right". */
    private long samplesToAskFor() {
        return Pcm.samples(maxDuration.plusSeconds(1));
    }

    /**
     * Writes the audio to the file.
     *
     * @throws dev.scripta.core.error.RecordingRefusedException when it is damaged, empty or too long
     * @throws TranscriptionFailedException when ffmpeg is missing, failed or took too long
     */
    void decode(AudioSource audio, AudioFormat format, Scratch scratch, Path pcm)
            throws IOException, InterruptedException {
        Path file = seekable(audio, scratch);
        ChildProcess.Result result = run(format, file, scratch, pcm);
        if (result.timedOut()) {
            throw new TranscriptionFailedException("Decoding the recording took too long.", false);
        }
        long samples = Files.size(pcm) / Pcm.SAMPLE_BYTES;
        if (samples > Pcm.samples(maxDuration)) {
            throw Refusals.tooLong(maxDuration);
        }
        switch (ffmpeg.outcome(result)) {
            case NO_AUDIO -> throw Refusals.withoutAudio();
            case DAMAGED -> throw Refusals.unreadable(format);
            case FAILED -> throw new TranscriptionFailedException("The audio decoder failed. " + ADVICE, false,
                    new IOException("exit code " + result.exitCode() + ": " + result.errors()));
            case DECODED -> {
                if (samples == 0) {
                    throw Refusals.withoutAudio();
                }
            }
        }
    }

    /** Some formats keep their index at the end, so a pipe will not do. */
    private static Path seekable(AudioSource audio, Scratch scratch) throws IOException {
        if (audio.file().isPresent()) {
            return audio.file().get().toAbsolutePath();
        }
        Path copy = scratch.newFile("source");
        try (InputStream in = audio.open()) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }

    private ChildProcess.Result run(AudioFormat format, Path file, Scratch scratch, Path pcm)
            throws IOException, InterruptedException {
        turns.acquire();
        try {
            List<String> command = ffmpeg.command(format, file, samplesToAskFor());
            return child.run(limits.applied(ffmpeg.memory(), command), scratch.folder(), pcm);
        } finally {
            turns.release();
        }
    }
}
