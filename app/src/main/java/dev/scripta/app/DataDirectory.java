package dev.scripta.app;

import dev.scripta.adapters.postgres.backlog.BacklogLimits;
import dev.scripta.adapters.postgres.backlog.FileSaveBacklog;
import dev.scripta.core.port.SaveBacklog;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder in which all data is kept, readable by its owner only. One process at a time holds it; the operating system
 * lets go of the lock when that process ends, however it ends.
 */
final class DataDirectory implements AutoCloseable {

    static final String BACKLOG = "backlog";
    private static final String GUESTS = "guests";

    private final Path path;
    private final FileChannel channel;

    private DataDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Makes the folder if it is missing and takes it; empty while another process holds it. */
    static Optional<DataDirectory> take(Path path) {
        try {
            makePrivate(path);
            FileChannel channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            Optional<FileLock> lock = Optional.ofNullable(channel.tryLock());
            if (lock.isEmpty()) {
                channel.close();
            }
            return lock.map(held -> new DataDirectory(path, channel));
        } catch (IOException e) {
            throw new StartupException("The data directory " + path + " cannot be used: " + e.getMessage()
                    + ". Set SCRIPTA_DATA_DIR to a folder that this user may write.", e);
        }
    }

    /** Tells the process that holds the directory that its database is in use, until the result is closed. */
    static AutoCloseable join(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path.resolve(GUESTS), StandardOpenOption.CREATE,
                StandardOpenOption.READ, StandardOpenOption.WRITE);
        channel.lock(0, Long.MAX_VALUE, true);
        return channel;
    }

    /** Takes the folder or, while another process holds it, joins that one until the end; empty then. */
    static Optional<DataDirectory> takeOrJoin(Path path, Resources resources) throws IOException {
        Optional<DataDirectory> taken = take(path).map(resources::add);
        if (taken.isEmpty()) {
            resources.add(join(path));
        }
        return taken;
    }

    /** Waits until nobody uses the database any more who joined. */
    void awaitGuests() throws IOException {
        try (FileChannel channel = FileChannel.open(path.resolve(GUESTS), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            channel.lock();
        }
    }

    Path path() {
        return path;
    }

    /** A folder inside, made if it is missing. */
    Path folder(String name) throws IOException {
        Path folder = path.resolve(name);
        makePrivate(folder);
        return folder;
    }

    /** The saves that wait for the database; the backlog itself makes its folder, so that its name is on the disk. */
    SaveBacklog backlog(Settings.Backlog bounds) {
        return new FileSaveBacklog(path.resolve(BACKLOG), new BacklogLimits(bounds.entries(), bounds.bytes()));
    }

    /** Removes all that a killed process left in a folder inside. */
    void clear(String name) throws IOException {
        Path folder = path.resolve(name);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path entry : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(entry);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static void makePrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
