package dev.scripta.adapters.postgres.backlog;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder of small text files that are there whole or not at all, whenever the machine stops, and that only the user who
 * runs the process can read. One writer at a time.
 */
final class DurableFolder {

    private static final String UNFINISHED = ".tmp";
    private static final String FINISHED = ".json";

    private final Path folder;
    private final FolderSync sync;
    private final boolean posix;

    /** Opens the folder, makes it if needed, and removes what was not finished when the process last ended. */
    DurableFolder(Path folder, FolderSync sync) throws IOException {
        this.folder = folder;
        this.sync = sync;
        this.posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        boolean made = Files.notExists(folder);
        Files.createDirectories(folder, ownersOnly("rwx------"));
        if (posix) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        if (made) {
            // Its own name could get lost, too, with all that is synced inside.
            sync.force(folder.resolve(".."));
        }
        for (Path unfinished : files(UNFINISHED)) {
            Files.delete(unfinished);
        }
    }

    /** The names of all files that are finished. */
    List<String> names() throws IOException {
        return files(FINISHED).stream().map(file -> nameOf(file.getFileName().toString())).toList();
    }

    /** This name with the first number behind it that is not taken. */
    String unused(String name) {
        int number = 1;
        while (Files.exists(file(name + "-" + number))) {
            number++;
        }
        return name + "-" + number;
    }

    /**
     * Reads a file.
     *
     * @throws java.nio.charset.CharacterCodingException when it is not text
     */
    String read(String name) throws IOException {
        return Files.readString(file(name));
    }

    /** Writes or replaces a file, through to the disk. When it fails, the file is as it was or new, but never damaged. */
    void write(String name, byte[] text) throws IOException {
        Path unfinished = folder.resolve(name + UNFINISHED);
        try {
            Files.deleteIfExists(unfinished);
            Files.createFile(unfinished, ownersOnly("rw-------"));
            // Not a channel: an interrupt would close it, and a result that was paid for would be lost with the thread.
            try (FileOutputStream out = new FileOutputStream(unfinished.toFile())) {
                out.write(text);
                out.getFD().sync();
            }
            Files.move(unfinished, file(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
        sync();
    }

    void delete(String name) throws IOException {
        if (Files.deleteIfExists(file(name))) {
            sync();
        }
    }

    /** Moves a file of this folder to another one on the same disk. */
    void move(String name, DurableFolder target, String targetName) throws IOException {
        Files.move(file(name), target.file(targetName), StandardCopyOption.ATOMIC_MOVE);
        target.sync();
    }

    /** Writes the names of the files through to the disk. */
    void sync() throws IOException {
        sync.force(folder);
    }

    private Path file(String name) {
        return folder.resolve(name + FINISHED);
    }

    private static String nameOf(String file) {
        return file.substring(0, file.length() - FINISHED.length());
    }

    private List<Path> files(String ending) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + ending)) {
            found.forEach(files::add);
        }
        return files;
    }

    private FileAttribute<?>[] ownersOnly(String permissions) {
        return posix
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(
                        PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }
}
