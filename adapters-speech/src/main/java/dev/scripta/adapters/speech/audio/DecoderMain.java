package dev.scripta.adapters.speech.audio;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The program of the child process that runs the bundled ffmpeg: hostile audio meets C code here, far from the service.
 * Writes 16 kHz mono 16-bit little-endian PCM to standard output. Arguments: ffmpeg's name of the demuxer, the file,
 * the number of samples after which to stop.
 */
final class DecoderMain {

    /** Exit codes; the JVM itself uses 1 when it cannot start, and 128 and more when a signal ended it. */
    static final int DECODED = 0;
    static final int NO_AUDIO = 10;
    static final int DAMAGED = 11;
    static final int NO_LIBRARIES = 12;

    private DecoderMain() {}

    /** Decodes one file and exits. */
    public static void main(String[] args) throws IOException {
        System.exit(decode(args[0], args[1], Long.parseLong(args[2])));
    }

    private static int decode(String demuxer, String file, long maxSamples) throws IOException {
        try (OutputStream out = new FileOutputStream(FileDescriptor.out);
                BundledDecoding decoding = new BundledDecoding(out, maxSamples)) {
            return decoding.run(demuxer, file);
        } catch (LinkageError e) {
            return NO_LIBRARIES;
        }
    }
}
