package dev.scripta.adapters.speech.audio;

import java.nio.file.Path;
import java.util.List;

/**
 * The ffmpeg that is installed on the machine.
 *
 * @param program where
 */
record FfmpegProgram(Path program) implements Ffmpeg {

    /** The program is small; what it allocates beyond this, hostile audio made it allocate. */
    private static final long MEMORY = 1L << 30;
    private static final int FIRST_SIGNAL = 128;
    private static final int LAST_SIGNAL = FIRST_SIGNAL + 31;
    private static final int NOT_STARTED = 126;
    private static final int NOT_FOUND = 127;

    /** Written out in full, for each option keeps some trick of hostile files from working. */
    @Override
    public List<String> command(AudioFormat format, Path file, long maxSamples) {
        String duration = maxSamples * 1_000_000 / Pcm.SAMPLE_RATE + "us";
        return List.of(program.toString(), "-nostdin", "-hide_banner", "-loglevel", "error", "-protocol_whitelist",
                "file", "-f", format.demuxer(), "-i", "file:" + file, "-map", "0:a:0", "-vn", "-sn", "-dn",
                "-map_metadata", "-1", "-ac", "1", "-ar", String.valueOf(Pcm.SAMPLE_RATE), "-t", duration, "-threads",
                "1", "-f", "s16le", "pipe:1");
    }

    @Override
    public long memory() {
        return MEMORY;
    }

    @Override
    public Outcome outcome(ChildProcess.Result result) {
        int code = result.exitCode();
        if (code == 0) {
            return Outcome.DECODED;
        }
        if ((code >= FIRST_SIGNAL && code <= LAST_SIGNAL) || code == NOT_STARTED || code == NOT_FOUND) {
            return Outcome.FAILED;
        }
        return result.errors().contains("matches no streams") ? Outcome.NO_AUDIO : Outcome.DAMAGED;
    }
}
