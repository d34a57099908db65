package dev.scripta.adapters.speech.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LoudnessTest {

    @TempDir
    private Path folder;

    @Test
    void loudness_is_relative_to_full_scale() throws Exception {
        float[] loudness = loudness(16_000, i -> 32767 * Math.sin(2 * Math.PI * 1_000 * i / 16_000));
        assertEquals(100, loudness.length);
        assertEquals(-3.01, loudness[50], 0.02);
        assertEquals(-23.01, loudness(16_000, i -> 3276.7 * Math.sin(2 * Math.PI * 1_000 * i / 16_000))[50], 0.02);
    }

    @Test
    void constant_of_a_cheap_microphone_does_not_count() throws Exception {
        assertEquals(Loudness.SILENCE, loudness(16_000, i -> 9_000)[10], 0.01);
    }

    @Test
    void silence_has_a_finite_loudness_and_half_frames_do_not_count() throws Exception {
        float[] loudness = loudness(Loudness.FRAME_SAMPLES * 250 + 159, i -> 0);
        assertEquals(250, loudness.length);
        assertEquals(Loudness.SILENCE, loudness[249], 0.01);
        assertEquals(0, loudness(159, i -> 0).length);
    }

    private float[] loudness(int samples, java.util.function.IntToDoubleFunction wave)
            throws IOException, InterruptedException {
        byte[] wav = new WavBytes().data(2 * samples, data -> {
            for (int i = 0; i < samples; i++) {
                data.putShort((short) Math.round(wave.applyAsDouble(i)));
            }
        }).build();
        try (Pcm pcm = new AudioDecoder(AudioDecoderSettings.in(folder)).decode(Audio.inMemory(wav))) {
            return Loudness.of(pcm);
        }
    }
}
