package dev.scripta.adapters.speech.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Builds WAV files, right ones and wrong ones. */
final class WavBytes {

    private static final byte[] GUID_END = {0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xaa, 0, 0x38, (byte) 0x9b,
            0x71};

    private int tag = 1;
    private int channels = 1;
    private int rate = 16_000;
    private int bits = 16;
    private int frameBytes = -1;
    private boolean extensible;
    private String form = "RIFF";
    private long dataSize = -1;
    private final List<byte[]> before = new ArrayList<>();
    private byte[] after = new byte[0];
    private byte[] data = new byte[0];

    WavBytes tag(int formatTag) {
        this.tag = formatTag;
        return this;
    }

    WavBytes channels(int count) {
        this.channels = count;
        return this;
    }

    WavBytes rate(int hertz) {
        this.rate = hertz;
        return this;
    }

    WavBytes bits(int perSample) {
        this.bits = perSample;
        return this;
    }

    WavBytes frameBytes(int declared) {
        this.frameBytes = declared;
        return this;
    }

    WavBytes extensible() {
        this.extensible = true;
        return this;
    }

    /** RF64 with the true size in a {@code ds64} chunk. */
    WavBytes rf64(long size) {
        this.form = "RF64";
        this.dataSize = 0xffff_ffffL;
        return chunk("ds64", 28, bytes -> bytes.putLong(0).putLong(size));
    }

    WavBytes dataSize(long declared) {
        this.dataSize = declared;
        return this;
    }

    /** A chunk before the format. */
    WavBytes chunk(String id, int size, Consumer<ByteBuffer> content) {
        before.add(bytes(8 + size + (size & 1), bytes -> {
            bytes.put(id.getBytes(StandardCharsets.US_ASCII)).putInt(size);
            content.accept(bytes);
        }));
        return this;
    }

    WavBytes trailing(byte[] bytes) {
        this.after = bytes;
        return this;
    }

    WavBytes data(int size, Consumer<ByteBuffer> content) {
        this.data = bytes(size, content);
        return this;
    }

    byte[] build() {
        ByteBuffer out = ByteBuffer.allocate(4096 + data.length + after.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(form.getBytes(StandardCharsets.US_ASCII)).putInt(-1).put("WAVE".getBytes(StandardCharsets.US_ASCII));
        before.forEach(out::put);
        out.put("fmt ".getBytes(StandardCharsets.US_ASCII)).putInt(extensible ? 40 : 16);
        int frame = frameBytes >= 0 ? frameBytes : channels * bits / 8;
        out.putShort((short) (extensible ? 0xfffe : tag))
                .putShort((short) channels)
                .putInt(rate)
                .putInt(rate * frame)
                .putShort((short) frame)
                .putShort((short) bits);
        if (extensible) {
            out.putShort((short) 22).putShort((short) bits).putInt(0).putShort((short) tag).put(GUID_END);
        }
        out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt((int) (dataSize >= 0 ? dataSize : data.length));
        out.put(data).put(after).flip();
        byte[] file = new byte[out.remaining()];
        out.get(file);
        return file;
    }

    private static byte[] bytes(int size, Consumer<ByteBuffer> content) {
        byte[] bytes = new byte[size];
        content.accept(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        return bytes;
    }
}
