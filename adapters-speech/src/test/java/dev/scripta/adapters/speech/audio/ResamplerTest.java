package dev.scripta.adapters.speech.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResamplerTest {

    private static final int OUT = 16_000;

    @ParameterizedTest
    @ValueSource(ints = {8_000, 11_025, 12_345, 22_050, 32_000, 44_100, 48_000, 96_000, 192_000})
    void speech_band_keeps_its_level(int rate) throws IOException {
        for (int hertz = 100; hertz <= Math.min(6_500, rate * 0.4); hertz += 800) {
            float[] tone = resampled(rate, hertz);
            assertEquals(0, decibels(tone), 0.1, hertz + " Hz");
            assertTrue(distortion(tone, hertz) < -60, hertz + " Hz: " + distortion(tone, hertz));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {22_050, 44_100, 48_000, 96_000, 192_000})
    void what_lies_above_the_new_band_does_not_fold_back(int rate) throws IOException {
        for (int hertz = 8_600; hertz < rate / 2; hertz += 1_900) {
            double level = decibels(resampled(rate, hertz));
            assertTrue(level < -60, hertz + " Hz: " + level);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 12_345, 44_100, 48_000, 191_999})
    void duration_is_kept_and_nothing_is_shifted(int rate) throws IOException {
        float[] in = new float[rate / 2];
        int middle = rate / 4;
        in[middle] = 1;
        float[] out = resampled(rate, in);
        assertEquals(OUT / 2.0, out.length, 1);
        int peak = 0;
        for (int i = 0; i < out.length; i++) {
            peak = out[i] > out[peak] ? i : peak;
        }
        assertEquals((double) middle * OUT / rate, peak, 1);
    }

    @Test
    void blocks_of_any_size_give_the_same() throws IOException {
        float[] in = tone(44_100, 440, 5_000);
        List<Float> pieces = new ArrayList<>();
        Resampler resampler = new Resampler(44_100, OUT, pieces::add);
        for (int i = 0; i < in.length; i += 7) {
            float[] piece = new float[Math.min(7, in.length - i)];
            System.arraycopy(in, i, piece, 0, piece.length);
            resampler.accept(piece, piece.length);
        }
        resampler.finish();
        float[] whole = resampled(44_100, in);
        assertEquals(whole.length, pieces.size());
        for (int i = 0; i < whole.length; i++) {
            assertEquals(whole[i], pieces.get(i));
        }
    }

    @Test
    void silence_stays_silence_and_constants_stay_constant() throws IOException {
        for (float value : new float[]{0, 0.5f}) {
            float[] in = new float[48_000];
            java.util.Arrays.fill(in, value);
            float[] out = resampled(48_000, in);
            assertEquals(value, out[OUT / 2], 1e-5);
        }
    }

    private static float[] resampled(int rate, int hertz) throws IOException {
        return resampled(rate, tone(rate, hertz, rate));
    }

    private static float[] resampled(int rate, float[] in) throws IOException {
        List<Float> out = new ArrayList<>();
        Resampler resampler = new Resampler(rate, OUT, out::add);
        resampler.accept(in, in.length);
        resampler.finish();
        float[] samples = new float[out.size()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = out.get(i);
        }
        return samples;
    }

    /** A tone of 0 dB, as a sine's square mean is measured here. */
    private static float[] tone(int rate, double hertz, int count) {
        float[] samples = new float[count];
        for (int i = 0; i < count; i++) {
            samples[i] = (float) Math.sin(2 * Math.PI * hertz * i / rate);
        }
        return samples;
    }

    private static double decibels(float[] samples) {
        double squares = 0;
        int n = 0;
        for (int i = 1_000; i < samples.length - 1_000; i++, n++) {
            squares += samples[i] * samples[i];
        }
        return 10 * Math.log10(2 * squares / n + 1e-12);
    }

    /** The level of what is not the tone: the output minus its own sine and cosine part. */
    private static double distortion(float[] samples, double hertz) {
        double sine = 0;
        double cosine = 0;
        int from = 1_000;
        int n = (samples.length - 2_000) / 160 * 160;
        for (int i = from; i < from + n; i++) {
            sine += samples[i] * Math.sin(2 * Math.PI * hertz * i / OUT) * 2 / n;
            cosine += samples[i] * Math.cos(2 * Math.PI * hertz * i / OUT) * 2 / n;
        }
        double squares = 0;
        for (int i = from; i < from + n; i++) {
            double rest = samples[i] - sine * Math.sin(2 * Math.PI * hertz * i / OUT)
                    - cosine * Math.cos(2 * Math.PI * hertz * i / OUT);
            squares += rest * rest;
        }
        return 10 * Math.log10(2 * squares / n + 1e-12);
    }
}
