package dev.scripta.adapters.speech.audio;

import java.nio.file.Path;
import java.util.List;

/** A way to run ffmpeg in a child process. Thread-safe. */
interface Ffmpeg {

    /**
     * The command that decodes the file to 16 kHz mono 16-bit little-endian PCM on its standard output.
     *
     * @param maxSamples after how many samples to stop
     */
    List<String> command(AudioFormat format, Path file, long maxSamples);

    /** How many bytes of address space the process may need at most. */
    long memory();

    /** What the end of the child process means for the recording. */
    Outcome outcome(ChildProcess.Result result);

    /** What became of the recording. */
    enum Outcome {
        /** It was read, at least in part. */
        DECODED,
        /** There is no audio in it. */
        NO_AUDIO,
        /** It cannot be read. */
        DAMAGED,
        /** Nothing is known of it: the program itself failed. */
        FAILED
    }
}
