package dev.scripta.adapters.speech.whisper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.Objects;

/** A second and a half of clear English, in which every model that works hears a word. */
final class SpokenClip {

    /** The other engine in this module warms up with it. */
    private static final String RESOURCE = "/dev/scripta/adapters/speech/sphinx/warm-up.pcm";

    private SpokenClip() {}

    /** 16 kHz, one channel, from -1 to 1. */
    static float[] samples() {
        try (InputStream in = Objects.requireNonNull(SpokenClip.class.getResourceAsStream(RESOURCE))) {
            ShortBuffer pcm = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
            float[] samples = new float[pcm.remaining()];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = pcm.get(i) / 32768f;
            }
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
