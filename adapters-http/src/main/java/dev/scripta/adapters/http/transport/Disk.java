package dev.scripta.adapters.http.transport;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes through to the disk what must survive the end of the machine. */
public final class Disk {

    private Disk() {}

    /**
     * The bytes of a file.
     *
     * @throws IOException if the disk refuses, or the thread is interrupted
     */
    public static void forceFile(Path file) throws IOException {
        force(file, StandardOpenOption.WRITE);
    }

    /**
     * The names in a folder. Where a folder cannot be opened, as on Windows, the system does so by itself.
     *
     * @throws IOException if the disk refuses, or the thread is interrupted
     */
    public static void forceFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            force(folder, StandardOpenOption.READ);
        }
    }

    private static void force(Path path, StandardOpenOption open) throws IOException {
        try (FileChannel channel = FileChannel.open(path, open)) {
            channel.force(true);
        }
    }
}
