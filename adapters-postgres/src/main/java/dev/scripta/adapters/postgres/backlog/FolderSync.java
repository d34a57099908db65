package dev.scripta.adapters.postgres.backlog;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes the names in a folder through to the disk. */
@FunctionalInterface
interface FolderSync {

    void force(Path folder) throws IOException;

    /** Has the system do it; where a folder cannot be opened, as on Windows, it does so by itself. */
    static void bySystem(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
