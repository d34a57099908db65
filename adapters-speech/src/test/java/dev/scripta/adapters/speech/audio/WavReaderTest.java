package dev.scripta.adapters.speech.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.scripta.core.error.RecordingRefusedException;
import dev.scripta.core.error.RecordingRefusedException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WavReaderTest {

    private static final float[] HALVES = {0.5f, -0.5f, 0, -1};

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of(1, 8, (Consumer<ByteBuffer>) data -> data.put(new byte[]{(byte) 192, 64, (byte) 128, 0})),
                Arguments.of(1, 16, (Consumer<ByteBuffer>) data -> data.putShort((short) 16384)
                        .putShort((short) -16384)
                        .putShort((short) 0)
                        .putShort(Short.MIN_VALUE)),
                Arguments.of(1, 24, (Consumer<ByteBuffer>) data -> data.put(new byte[]{0, 0, 0x40, 0, 0, (byte) 0xc0, 0,
                        0, 0,
                        0, 0, (byte) 0x80})),
                Arguments.of(1, 32, (Consumer<ByteBuffer>) data -> data.putInt(1 << 30)
                        .putInt(-(1 << 30))
                        .putInt(0)
                        .putInt(Integer.MIN_VALUE)),
                Arguments.of(3, 32, (Consumer<ByteBuffer>) data -> data.putFloat(0.5f)
                        .putFloat(-0.5f)
                        .putFloat(0)
                        .putFloat(-1)),
                Arguments.of(3, 64, (Consumer<ByteBuffer>) data -> data.putDouble(0.5)
                        .putDouble(-0.5)
                        .putDouble(0)
                        .putDouble(-1)));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void all_encodings_give_the_same_samples(int tag, int bits, Consumer<ByteBuffer> content) throws IOException {
        WavBytes wav = new WavBytes().tag(tag).bits(bits).data(HALVES.length * bits / 8, content);
        assertArrayEquals(HALVES, samples(wav.build()));
        assertArrayEquals(HALVES, samples(wav.extensible().build()));
    }

    /** Values from ITU-T G.711, tables 1 and 2, in 16-bit scale as in its reference software (G.191). */
    @Test
    void telephone_codes_are_expanded() throws IOException {
        byte[] codes = {(byte) 0x80, 0x00, (byte) 0xff, 0x7f, (byte) 0x8f};
        assertArrayEquals(scaled(32124, -32124, 0, 0, 16764),
                samples(new WavBytes().tag(7).bits(8).data(5, data -> data.put(codes)).build()));
        byte[] aLaw = {(byte) 0xd5, 0x55, (byte) 0xaa, 0x2a, (byte) 0x80};
        assertArrayEquals(scaled(8, -8, 32256, -32256, 5504),
                samples(new WavBytes().tag(6).bits(8).data(5, data -> data.put(aLaw)).build()));
    }

    private static float[] scaled(int... values) {
        float[] samples = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            samples[i] = values[i] / 32768f;
        }
        return samples;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void channels_are_averaged(int channels) throws IOException {
        byte[] wav = new WavBytes().channels(channels).data(4 * channels, data -> {
            for (int i = 0; i < 2 * channels; i++) {
                data.putShort((short) (i < channels ? 8192 * (i % 2 == 0 ? 1 : -1) : 16384));
            }
        }).build();
        assertArrayEquals(new float[]{channels % 2 == 0 ? 0 : 0.25f / channels, 0.5f}, samples(wav), 1e-6f);
    }

    @Test
    void what_is_no_number_becomes_silence() throws IOException {
        byte[] wav = new WavBytes().tag(3)
                .bits(32)
                .data(20, data -> data.putFloat(Float.NaN)
                        .putFloat(Float.POSITIVE_INFINITY)
                        .putFloat(Float.NEGATIVE_INFINITY)
                        .putFloat(0.25f)
                        .putFloat(2))
                .build();
        assertArrayEquals(new float[]{0, 0, 0, 0.25f, 2}, samples(wav));
        assertArrayEquals(new float[]{0},
                samples(new WavBytes().tag(3).bits(64).data(8, data -> data.putDouble(1e300)).build()));
    }

    @Test
    void other_chunks_are_skipped_with_their_padding() throws IOException {
        byte[] wav = new WavBytes().chunk("LIST", 5, data -> data.put(new byte[5]))
                .chunk("JUNK", 0, data -> {})
                .data(2, data -> data.putShort((short) 16384))
                .trailing("LIST....".repeat(9).getBytes(StandardCharsets.US_ASCII))
                .build();
        assertArrayEquals(new float[]{0.5f}, samples(wav));
    }

    @Test
    void size_is_the_smaller_of_declared_and_actual() throws IOException {
        WavBytes wav = new WavBytes().data(8, data -> {});
        assertEquals(2, samples(wav.dataSize(5).build()).length, "declared, half a frame cut");
        assertEquals(4, samples(wav.dataSize(0xffff_ffffL).build()).length, "of a streaming writer");
        assertEquals(4, samples(wav.dataSize(0x8000_0000L).build()).length, "beyond 2 GiB");
        assertEquals(0, samples(wav.dataSize(0).build()).length, "none");
    }

    @Test
    void long_form_tells_its_size_apart() throws IOException {
        byte[] trailing = "LIST....".getBytes(StandardCharsets.US_ASCII);
        assertEquals(4, samples(new WavBytes().rf64(8).data(8, data -> {}).trailing(trailing).build()).length);
        assertEquals(8, samples(new WavBytes().rf64(-1).data(8, data -> {}).trailing(trailing).build()).length
                + samples(new WavBytes().rf64(1L << 40).data(8, data -> {}).trailing(trailing).build()).length);
    }

    static Stream<Arguments> hostile() {
        return Stream.of(Arguments.of("rate 1", new WavBytes().rate(1), Reason.UNSUPPORTED_FORMAT),
                Arguments.of("rate 0", new WavBytes().rate(0), Reason.UNSUPPORTED_FORMAT),
                Arguments.of("rate negative", new WavBytes().rate(-1), Reason.UNSUPPORTED_FORMAT),
                Arguments.of("rate 192,001", new WavBytes().rate(192_001), Reason.UNSUPPORTED_FORMAT),
                Arguments.of("no channel", new WavBytes().channels(0), Reason.UNSUPPORTED_FORMAT),
                Arguments.of("65,535 channels", new WavBytes().channels(65_535), Reason.UNSUPPORTED_FORMAT),
                Arguments.of("ADPCM", new WavBytes().tag(2), Reason.UNSUPPORTED_FORMAT),
                Arguments.of("MP3 inside", new WavBytes().tag(0x55), Reason.UNSUPPORTED_FORMAT),
                Arguments.of("12 bits", new WavBytes().bits(12), Reason.UNSUPPORTED_FORMAT),
                Arguments.of("0 bits", new WavBytes().bits(0), Reason.UNSUPPORTED_FORMAT),
                Arguments.of("frames of no bytes", new WavBytes().frameBytes(0), Reason.UNREADABLE),
                Arguments.of("frames of 3 bytes", new WavBytes().frameBytes(3), Reason.UNREADABLE),
                Arguments.of("two gigabytes of list", new WavBytes().chunk("LIST", 3, data -> data.putInt(4,
                        Integer.MAX_VALUE)), Reason.UNREADABLE),
                Arguments.of("format of a gigabyte", new WavBytes().chunk("fmt ", 2, data -> data.putInt(4, 1 << 30)),
                        Reason.UNREADABLE),
                Arguments.of("format of 2 bytes", new WavBytes().chunk("fmt ", 2, data -> {}), Reason.UNREADABLE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void hostile_headers_are_refused(String name, WavBytes wav, Reason reason) {
        byte[] file = wav.data(64, data -> {}).build();
        assertEquals(reason, assertThrows(RecordingRefusedException.class, () -> samples(file)).reason());
    }

    @Test
    void every_beginning_of_a_file_is_refused_or_read() throws IOException {
        byte[] file = new WavBytes().extensible().chunk("LIST", 4, data -> {}).data(64, data -> {}).build();
        for (int length = 12; length < file.length; length++) {
            try {
                samples(Arrays.copyOf(file, length));
            } catch (RecordingRefusedException refused) {
                assertEquals(Reason.UNREADABLE, refused.reason());
            }
        }
    }

    private static float[] samples(byte[] wav) throws IOException {
        WavReader reader = new WavReader(new ByteArrayInputStream(wav));
        float[] block = new float[WavReader.blockSize()];
        return Arrays.copyOf(block, reader.read(block));
    }
}
