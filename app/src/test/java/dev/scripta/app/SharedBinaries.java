package dev.scripta.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The programs of PostgreSQL, unpacked once for all tests: that takes longer than to start one. */
public final class SharedBinaries {

    private SharedBinaries() {}

    /** Whoever finds it empty unpacks into it. */
    public static Path folder() throws IOException {
        return Files.createDirectories(Path.of("target", "postgresql-binaries")).toAbsolutePath();
    }

    /** Makes this the folder, under another name, unless there is something already. */
    static void linkFrom(Path link) throws IOException {
        if (Files.notExists(link)) {
            Files.createSymbolicLink(link, folder());
        }
    }
}
