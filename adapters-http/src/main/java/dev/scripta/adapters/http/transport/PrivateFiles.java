package dev.scripta.adapters.http.transport;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Makes folders and files that only the user of this process can read, where the file system knows such a thing. */
public final class PrivateFiles {

    private PrivateFiles() {}

    /**
     * Makes a folder, unless it is there.
     *
     * @throws IOException if it cannot be made
     */
    public static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder, ownerMay(folder, "rwx------"));
    }

    /**
     * Makes a file that was not there, and opens it to write.
     *
     * @throws IOException if it cannot be made
     */
    public static SeekableByteChannel makeFile(Path file) throws IOException {
        return Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                ownerMay(file, "rw-------"));
    }

    private static FileAttribute<?>[] ownerMay(Path path, String rights) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
