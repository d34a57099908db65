package dev.scripta.adapters.speech.audio;

import dev.scripta.core.error.RecordingRefusedException;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.AudioSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Turns audio of any usual format into PCM, judging it by its first bytes. Thread-safe. */
public final class AudioDecoder {

    private final AudioDecoderSettings settings;
    private final WavDecoder wav;
    private final Optional<FfmpegDecoder> others;
    private final Turns turns = new Turns();

    /** A decoder with these settings. */
    public AudioDecoder(AudioDecoderSettings settings) {
        this.settings = settings;
        this.wav = new WavDecoder(settings.maxDuration());
        Optional<Ffmpeg> ffmpeg = settings.ffmpeg()
                .<Ffmpeg>map(FfmpegProgram::new)
                .or(() -> BundledFfmpeg.find(Path.of(System.getProperty("java.home")), settings.cacheFolder()));
        this.others = ffmpeg.map(found -> new FfmpegDecoder(found, settings));
    }

    /** The longest recording that is decoded. */
    public Duration maxDuration() {
        return settings.maxDuration();
    }

    /**
     * Decodes the audio in the calling thread. The caller closes the result.
     *
     * @throws RecordingRefusedException when the audio is empty, foreign, damaged or too long
     * @throws TranscriptionFailedException when it cannot be read or decoded at the moment, or there is no decoder for
     *            it
     * @throws InterruptedException when the thread is interrupted; nothing is left behind
     */
    public Pcm decode(AudioSource audio) throws InterruptedException {
        try {
            AudioFormat format = format(audio);
            Scratch scratch = new Scratch(settings.workFolder());
            boolean done = false;
            try {
                Pcm pcm = decode(audio, format, scratch);
                done = true;
                return pcm;
            } finally {
                if (!done) {
                    scratch.close();
                }
            }
        } catch (IOException e) {
            throw new TranscriptionFailedException("The recording could not be read or decoded at the moment.", true,
                    e);
        }
    }

    private static AudioFormat format(AudioSource audio) throws IOException {
        if (audio.size() == 0) {
            throw Refusals.empty();
        }
        try (InputStream in = audio.open()) {
            return FormatSniffer.sniff(in).orElseThrow(Refusals::unsupported);
        }
    }

    private Pcm decode(AudioSource audio, AudioFormat format, Scratch scratch)
            throws IOException, InterruptedException {
        Path pcm = scratch.newFile("pcm");
        if (format == AudioFormat.WAV) {
            turns.take(() -> {
                try (InputStream in = audio.open()) {
                    return wav.decode(in, pcm);
                }
            });
        } else {
            others.orElseThrow(() -> new TranscriptionFailedException("There is no decoder for " + format.label()
                    + " audio on this machine. " + FfmpegDecoder.ADVICE, false)).decode(audio, format, scratch, pcm);
        }
        return new Pcm(scratch, pcm, format, turns);
    }
}
