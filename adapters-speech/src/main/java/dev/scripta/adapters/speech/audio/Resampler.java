package dev.scripta.adapters.speech.audio;

import java.io.IOException;

/**
 * Changes the sample rate with a windowed sinc filter: an exact polyphase of the two rates' ratio, streaming, without
 * delay. With 24 zero crossings a side and a Kaiser window of beta 8 (Kaiser and Schafer 1980; about 80 dB) aliases of
 * speech stay far below what recognition can notice. One use, one thread.
 */
final class Resampler {

    private static final int ZERO_CROSSINGS = 24;
    private static final double BETA = 8;
    /** The cut-off lies this far below the Nyquist frequency, for the filter's slope needs room. */
    private static final double ROLL_OFF = 0.93;

    private final int step;
    private final int phases;
    private final int half;
    private final float[][] filters;
    private final Sink sink;

    private float[] window;
    private int filled;
    private int position;
    private int phase;
    private long received;
    private long sent;

    /** Where samples go. */
    @FunctionalInterface
    interface Sink {
        void accept(float sample) throws IOException;
    }

    Resampler(int from, int to, Sink sink) {
        int divisor = gcd(from, to);
        this.step = from / divisor;
        this.phases = to / divisor;
        this.sink = sink;
        double narrowing = Math.max(1, (double) from / to);
        this.half = (int) Math.ceil(ZERO_CROSSINGS * narrowing);
        this.filters = new float[phases][];
        for (int p = 0; p < phases; p++) {
            filters[p] = filter((double) p / phases, narrowing);
        }
        // Silence before the first sample, so that the first output lies exactly on it.
        this.window = new float[2 * half];
        this.filled = half - 1;
    }

    /** Takes the first {@code count} samples of the array. */
    void accept(float[] samples, int count) throws IOException {
        push(samples, count);
        received += count;
        emit(Long.MAX_VALUE);
    }

    /** Sends what is still inside. */
    void finish() throws IOException {
        long total = (received * phases + step - 1) / step;
        push(new float[half + 1], half + 1);
        emit(total);
    }

    private void push(float[] samples, int count) {
        if (position > 0) {
            System.arraycopy(window, position, window, 0, filled - position);
            filled -= position;
            position = 0;
        }
        if (filled + count > window.length) {
            window = java.util.Arrays.copyOf(window, filled + count);
        }
        System.arraycopy(samples, 0, window, filled, count);
        filled += count;
    }

    private void emit(long limit) throws IOException {
        while (position + 2 * half <= filled && sent < limit) {
            float[] filter = filters[phase];
            float sum = 0;
            for (int k = 0; k < filter.length; k++) {
                sum += window[position + k] * filter[k];
            }
            sink.accept(sum);
            sent++;
            phase += step;
            position += phase / phases;
            phase %= phases;
        }
    }

    /** The filter for outputs that lie this fraction of an input sample after an input sample; its sum is 1. */
    private float[] filter(double fraction, double narrowing) {
        double[] taps = new double[2 * half];
        double sum = 0;
        for (int k = 0; k < taps.length; k++) {
            double t = (k - (half - 1) - fraction) / narrowing;
            taps[k] = sinc(t * ROLL_OFF) * kaiser(t / ZERO_CROSSINGS);
            sum += taps[k];
        }
        float[] normal = new float[taps.length];
        for (int k = 0; k < taps.length; k++) {
            normal[k] = (float) (taps[k] / sum);
        }
        return normal;
    }

    private static double sinc(double t) {
        return t == 0 ? 1 : Math.sin(Math.PI * t) / (Math.PI * t);
    }

    private static double kaiser(double t) {
        return Math.abs(t) > 1 ? 0 : bessel(BETA * Math.sqrt(1 - t * t)) / bessel(BETA);
    }

    /** The modified Bessel function of the first kind and order 0, by its power series. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > sum * 1e-12; k++) {
            term *= x / 2 / k * (x / 2 / k);
            sum += term;
        }
        return sum;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
