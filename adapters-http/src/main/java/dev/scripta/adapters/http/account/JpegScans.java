package dev.scripta.adapters.http.account;

/**
 * Counts the scans of a JPEG (ITU-T T.81 annex B). Each goes over the whole image, and a few bytes are enough for one: a file of
 * some megabytes could keep a processor busy for hours, where cameras and programs write about ten.
 */
final class JpegScans {

    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int RESTART_FIRST = 0xd0;
    private static final int RESTART_LAST = 0xd7;

    private JpegScans() {}

    /** How many scans the image has, as far as the file goes; what stands behind its end is not looked at. */
    static int count(byte[] jpeg) {
        int scans = 0;
        int at = marker(jpeg, 2);
        while (at < jpeg.length && unsigned(jpeg, at) != END_OF_IMAGE) {
            scans += unsigned(jpeg, at) == START_OF_SCAN ? 1 : 0;
            int length = at + 2 < jpeg.length ? unsigned(jpeg, at + 1) << 8 | unsigned(jpeg, at + 2) : 0;
            at = marker(jpeg, at + 1 + length);
        }
        return scans;
    }

    /** Where the next marker's code is, behind whatever is no marker: stuffed bytes, restarts and fillings. */
    private static int marker(byte[] jpeg, int from) {
        for (int at = from + 1; at < jpeg.length; at++) {
            int code = unsigned(jpeg, at);
            boolean none = code == 0 || code == 0xff || (code >= RESTART_FIRST && code <= RESTART_LAST);
            if (unsigned(jpeg, at - 1) == 0xff && !none) {
                return at;
            }
        }
        return jpeg.length;
    }

    private static int unsigned(byte[] jpeg, int at) {
        return jpeg[at] & 0xff;
    }
}
