package dev.scripta.adapters.http.transport;

import dev.scripta.core.model.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * An uploaded file on disk, private to this process's user.
 *
 * <p>Belongs to whoever holds it: close it to delete it, or move it away first to keep it. Immutable.
 *
 * @param path   where it is
 * @param size   its length in bytes
 * @param sha256 digest of its content
 */
public record SpooledFile(Path path, long size, Sha256 sha256) implements AutoCloseable {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the size cannot be true
     */
    public SpooledFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(sha256, "sha256");
        if (size < 0) {
            throw new IllegalArgumentException("size must not be negative: " + size);
        }
    }

    /**
     * Deletes the file, if it is still there.
     *
     * @throws UncheckedIOException if it cannot be deleted
     */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete a spooled file", e);
        }
    }
}
