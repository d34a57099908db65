package dev.scripta.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.Arrays;

/** Recordings of the same speech, each with a digest of its own: 16 kHz mono WAV. */
final class Recordings {

    private static final int HEADER = 44;
    private static final int DATA_SIZE = 40;
    private static final int SECOND = 32_000;

    private final byte[] speech;

    /** The beginning of the published call, so many bytes of it with the header. */
    Recordings(int size) throws IOException {
        byte[] call = Files.readAllBytes(RunningScripta.SAMPLES.resolve("conversation-60s.wav"));
        this.speech = Arrays.copyOf(call, size);
        ByteBuffer.wrap(speech).order(ByteOrder.LITTLE_ENDIAN).putInt(4, size - 8).putInt(DATA_SIZE, size - HEADER);
    }

    double seconds() {
        return (double) (speech.length - HEADER) / SECOND;
    }

    /** One whose middle carries the number in the samples' last bits, too softly to be heard. */
    byte[] number(int number) {
        byte[] recording = speech.clone();
        int middle = HEADER + (speech.length - HEADER) / 4 * 2;
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            recording[middle + bit * 2] = (byte) ((speech[middle + bit * 2] & ~1) | (number >>> bit & 1));
        }
        return recording;
    }

    /** A form to upload it. */
    FormData form(int number) {
        return new FormData().text("session_id", "s" + number).file("audio_file", number(number));
    }
}
