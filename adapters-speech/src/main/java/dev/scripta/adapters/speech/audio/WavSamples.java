package dev.scripta.adapters.speech.audio;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/** The samples of a short WAV file in memory, for engines in this process. */
public final class WavSamples {

    private final Duration longest;
    private final long limit;
    private float[] samples = new float[Pcm.SAMPLE_RATE];
    private int count;

    private WavSamples(Duration longest) {
        this.longest = longest;
        this.limit = Pcm.samples(longest);
    }

    /**
     * Reads the file: 16 kHz, one channel, from -1 to 1; at least one sample. A minute takes 4 MB.
     *
     * @param longest what plays longer is refused, not cut
     * @throws dev.scripta.core.error.RecordingRefusedException when the file is damaged, empty or too long
     * @throws IOException when it cannot be read
     * @throws InterruptedException when the thread is interrupted; noticed between blocks
     */
    public static float[] read(Path wav, Duration longest) throws IOException, InterruptedException {
        WavSamples all = new WavSamples(longest);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(wav))) {
            WavDecoder.decode(in, all::add);
        }
        if (all.count == 0) {
            throw Refusals.withoutAudio();
        }
        return Arrays.copyOf(all.samples, all.count);
    }

    private void add(float sample) {
        if (count == limit) {
            throw Refusals.tooLong(longest);
        }
        if (count == samples.length) {
            samples = Arrays.copyOf(samples, 2 * count);
        }
        samples[count++] = sample;
    }
}
