package dev.scripta.adapters.speech.audio;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Limits that the kernel sets on a child process, where {@code prlimit} of util-linux is there to ask for them: they
 * hold even when this process is gone.
 *
 * @param cpu how long it may compute
 */
record ResourceLimits(Duration cpu) {

    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");
    private static final int OPEN_FILES = 256;

    /** The command, to be run within this time, so many bytes of address space, and without core dumps. */
    List<String> applied(long memory, List<String> command) {
        List<String> limited = new ArrayList<>();
        if (Files.isExecutable(PRLIMIT)) {
            limited.addAll(List.of(PRLIMIT.toString(), "--as=" + memory, "--cpu=" + Math.max(1, cpu.toSeconds()),
                    "--nofile=" + OPEN_FILES, "--core=0"));
        }
        limited.addAll(command);
        return List.copyOf(limited);
    }
}
