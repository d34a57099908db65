package dev.scripta.adapters.postgres.backlog;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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
    private final boolean posix;

    /** Opens the folder, makes it if needed, and removes what was not finished when the process last ended. */
    DurableFolder(Path folder) throws IOException {
        this.folder = folder;
        this.posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        boolean made = Files.notExists(folder);
        Files.createDirectories(folder, ownersOnly("rwx------"));
        if (posix) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        if (made) {
            // Its own name could get lost, too, with all that is synced inside.
            force(folder.resolve(".."));
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

    /** Writes or replaces a file, through to the disk. When it fails, an older file of that name is as it was. */
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
        force(folder);
    }

    void delete(String name) throws IOException {
        Files.deleteIfExists(file(name));
    }

    /** Moves a file of this folder to another one on the same disk. */
    void move(String name, DurableFolder target, String targetName) throws IOException {
        Files.move(file(name), target.file(targetName), StandardCopyOption.ATOMIC_MOVE);
        target.force(target.folder);
    }

    /** Writes the names through to the disk; where a folder cannot be opened, as on Windows, the system does so itself. */
    private void force(Path parent) throws IOException {
        if (posix) {
            boolean interrupted = Thread.interrupted();
            try (FileChannel names = FileChannel.open(parent, StandardOpenOption.READ)) {
                names.force(true);
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
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
