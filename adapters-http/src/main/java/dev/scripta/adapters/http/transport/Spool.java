package dev.scripta.adapters.http.transport;

import dev.scripta.core.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/**
 * A folder for uploaded files while they are worked on. Folder and files can be read by their owner only.
 *
 * <p>Thread-safe; several processes may share a folder.
 */
public final class Spool {

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final String SUFFIX = ".upload";

    private final Path folder;

    /**
     * Hashing and writing never wait, so virtual threads that do it yield to nobody: with a thousand uploads at once, a
     * health check would wait for all of them. Half of the processors are left to the others.
     */
    private final Semaphore working = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    /**
     * Uses a folder, and makes it if it is missing.
     *
     * @param folder where the files go
     * @throws UncheckedIOException if the folder cannot be made
     */
    public Spool(Path folder) {
        this.folder = folder;
        try {
            PrivateFiles.makeFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the spool folder " + folder, e);
        }
    }

    /**
     * Deletes files that a killed process left behind.
     *
     * @param moment files last written before it are deleted; longer ago than any request lasts
     * @throws UncheckedIOException if the folder cannot be read or a file not be deleted
     */
    public void deleteOlderThan(Instant moment) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(moment)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot tidy the spool folder", e);
        }
    }

    /**
     * Writes and hashes a file in one pass. Whatever fails, nothing is left on disk.
     *
     * @throws IOException          if the content cannot be read
     * @throws SpoolFailedException if the file cannot be written
     * @throws RefusedException     413 if the content is longer than the limit
     */
    SpooledFile write(InputStream content, long limit) throws IOException {
        Path path = folder.resolve(UUID.randomUUID() + SUFFIX);
        boolean complete = false;
        try {
            SpooledFile file = write(content, limit, path);
            complete = true;
            return file;
        } finally {
            if (!complete) {
                Files.deleteIfExists(path);
            }
        }
    }

    private SpooledFile write(InputStream content, long limit, Path path) throws IOException {
        try (SeekableByteChannel file = open(path)) {
            MessageDigest hash = Sha256.newDigest();
            byte[] buffer = new byte[BUFFER_BYTES];
            long size = 0;
            for (int n = fill(content, buffer); n > 0; n = fill(content, buffer)) {
                size += n;
                if (size > limit) {
                    throw RefusedException.tooLarge("A file", limit);
                }
                working.acquireUninterruptibly();
                try {
                    hash.update(buffer, 0, n);
                    store(file, ByteBuffer.wrap(buffer, 0, n));
                } finally {
                    working.release();
                }
            }
            return new SpooledFile(path, size, Sha256.finished(hash));
        }
    }

    private static int fill(InputStream content, byte[] buffer) throws IOException {
        return content.readNBytes(buffer, 0, buffer.length);
    }

    private static void store(SeekableByteChannel file, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException e) {
            throw new SpoolFailedException(e);
        }
    }

    private SeekableByteChannel open(Path path) {
        try {
            return PrivateFiles.makeFile(path);
        } catch (IOException e) {
            throw new SpoolFailedException(e);
        }
    }
}
