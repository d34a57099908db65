package dev.scripta.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Speech to test with, put together from the published samples: 16 kHz mono WAV. */
final class Sample {

    /** The module's folder is where its tests run. */
    private static final Path SAMPLES = Path.of("../docs/samples").toAbsolutePath().normalize();

    private static final int HEADER = 44;
    private static final int DATA_SIZE = 40;
    private static final int TEN_SECONDS = 10 * 32_000;

    private Sample() {}

    /** One of them. */
    static Path named(String name) {
        return SAMPLES.resolve(name);
    }

    /** Two sentences and a pause that fills up ten seconds, so many times, written to this file. */
    static Path tensOfSeconds(int times, Path file) throws IOException {
        ByteArrayOutputStream samples = new ByteArrayOutputStream();
        byte[] first = new byte[0];
        for (String name : List.of("flite-slt-01.wav", "festival-slt-09.wav")) {
            byte[] wav = Files.readAllBytes(named(name));
            first = first.length == 0 ? wav : first;
            samples.write(wav, HEADER, wav.length - HEADER);
        }
        byte[] speech = Arrays.copyOf(samples.toByteArray(), TEN_SECONDS);
        byte[] whole = Arrays.copyOf(first, HEADER + times * TEN_SECONDS);
        for (int time = 0; time < times; time++) {
            System.arraycopy(speech, 0, whole, HEADER + time * TEN_SECONDS, TEN_SECONDS);
        }
        ByteBuffer.wrap(whole)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(4, whole.length - 8)
                .putInt(DATA_SIZE, times * TEN_SECONDS);
        return Files.write(file, whole);
    }
}
