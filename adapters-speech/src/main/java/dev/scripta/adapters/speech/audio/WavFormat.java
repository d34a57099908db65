package dev.scripta.adapters.speech.audio;

import java.nio.ByteBuffer;

/**
 * What a WAV file's {@code fmt} chunk says.
 *
 * @param encoding of each sample
 * @param channels 1 to 8
 * @param sampleRate 8,000 to 192,000 a second: a file that declares 1 would blow up sixteen-thousandfold
 */
record WavFormat(SampleEncoding encoding, int channels, int sampleRate) {

    /** The longest {@code fmt} or {@code ds64} chunk worth reading. */
    static final int MAX_SIZE = 1024;

    private static final int BASIC_SIZE = 16;
    private static final int EXTENSIBLE_SIZE = 40;
    private static final int EXTENSIBLE = 0xfffe;
    private static final int SUBFORMAT = 24;
    /** All but the first two bytes of KSDATAFORMAT_SUBTYPE_*; those two are the format tag. */
    private static final long SUBFORMAT_MIDDLE = 0x0010_0000_0000L;
    private static final long SUBFORMAT_END = 0x719b_3800_aa00_0080L;
    private static final int MAX_CHANNELS = 8;
    private static final int MIN_RATE = 8_000;
    private static final int MAX_RATE = 192_000;

    /**
     * Reads the chunk.
     *
     * @throws dev.scripta.core.error.RecordingRefusedException when it makes no sense or is out of bounds
     */
    static WavFormat parse(ByteBuffer chunk) {
        if (chunk.limit() < BASIC_SIZE) {
            throw Refusals.unreadable(AudioFormat.WAV);
        }
        int tag = chunk.getShort(0) & 0xffff;
        int channels = chunk.getShort(2) & 0xffff;
        int rate = chunk.getInt(4);
        int frame = chunk.getShort(12) & 0xffff;
        int bits = chunk.getShort(14) & 0xffff;
        if (tag == EXTENSIBLE) {
            tag = subformat(chunk);
        }
        SampleEncoding encoding = SampleEncoding.of(tag, bits)
                .orElseThrow(() -> Refusals.unsupported("WAV audio of this encoding cannot be read."));
        if (channels < 1 || channels > MAX_CHANNELS || rate < MIN_RATE || rate > MAX_RATE) {
            throw Refusals.unsupported("WAV audio must have 1 to 8 channels and 8 to 192 kHz.");
        }
        if (frame != channels * encoding.bytes()) {
            throw Refusals.unreadable(AudioFormat.WAV);
        }
        return new WavFormat(encoding, channels, rate);
    }

    private static int subformat(ByteBuffer chunk) {
        boolean known = chunk.limit() >= EXTENSIBLE_SIZE
                && chunk.getLong(SUBFORMAT) >>> 16 == SUBFORMAT_MIDDLE
                && chunk.getLong(SUBFORMAT + 8) == SUBFORMAT_END;
        return known ? chunk.getShort(SUBFORMAT) & 0xffff : EXTENSIBLE;
    }

    int frameBytes() {
        return channels * encoding.bytes();
    }

    /** Reads one sample of each channel and averages them. */
    float readFrame(ByteBuffer in) {
        float sum = 0;
        for (int i = 0; i < channels; i++) {
            sum += encoding.read(in);
        }
        return sum / channels;
    }
}
