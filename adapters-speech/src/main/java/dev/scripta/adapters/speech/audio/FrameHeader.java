package dev.scripta.adapters.speech.audio;

/**
 * Frame headers of formats without a container. Their twelve sync bits turn up in any random data, so a header counts
 * only when another one follows at the distance it announces.
 */
final class FrameHeader {

    private static final int HEADER = 4;
    private static final int ADTS_HEADER = 7;

    /**
     * Kilobits a second by index, ISO 11172-3 and 13818-3: MPEG-1 layers I, II, III; MPEG-2 layer I, layers II and III.
     */
    private static final int[][] BITRATES = {
            {32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
            {32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
            {32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
            {32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
            {8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}};
    private static final int[] MPEG1_RATES = {44100, 48000, 32000};

    private FrameHeader() {}

    /** Whether two MPEG audio frames follow each other from this offset. */
    static boolean mpegPairAt(byte[] bytes, int offset) {
        int length = mpegLength(bytes, offset);
        return length > HEADER && mpegLength(bytes, offset + length) > HEADER;
    }

    /** Whether two ADTS frames follow each other from this offset. */
    static boolean adtsPairAt(byte[] bytes, int offset) {
        int length = adtsLength(bytes, offset);
        return length > ADTS_HEADER && adtsLength(bytes, offset + length) > ADTS_HEADER;
    }

    /** The length of the MPEG audio frame at the offset; 0 when there is none. */
    private static int mpegLength(byte[] bytes, int offset) {
        if (offset + HEADER > bytes.length || (bytes[offset] & 0xff) != 0xff || (bytes[offset + 1] & 0xe0) != 0xe0) {
            return 0;
        }
        int version = bytes[offset + 1] >> 3 & 3;
        int layer = 4 - (bytes[offset + 1] >> 1 & 3);
        int bitrate = bytes[offset + 2] >> 4 & 15;
        int rate = bytes[offset + 2] >> 2 & 3;
        if (version == 1 || layer == 4 || bitrate == 0 || bitrate == 15 || rate == 3) {
            return 0;
        }
        int padding = bytes[offset + 2] >> 1 & 1;
        boolean mpeg1 = version == 3;
        int hertz = MPEG1_RATES[rate] >> (mpeg1 ? 0 : version == 2 ? 1 : 2);
        int bits = 1000 * BITRATES[mpeg1 ? layer - 1 : layer == 1 ? 3 : 4][bitrate - 1];
        if (layer == 1) {
            return (12 * bits / hertz + padding) * 4;
        }
        return (mpeg1 || layer == 2 ? 144 : 72) * bits / hertz + padding;
    }

    /** The length of the ADTS frame at the offset (ISO 13818-7, 6.2); 0 when there is none. */
    private static int adtsLength(byte[] bytes, int offset) {
        if (offset + ADTS_HEADER > bytes.length || (bytes[offset] & 0xff) != 0xff
                || (bytes[offset + 1] & 0xf6) != 0xf0) {
            return 0;
        }
        return (bytes[offset + 3] & 3) << 11 | (bytes[offset + 4] & 0xff) << 3 | (bytes[offset + 5] & 0xe0) >> 5;
    }
}
