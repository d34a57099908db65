package dev.scripta.core.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Audio in a file.
 *
 * @param path where
 * @param size how many bytes
 */
record AudioFile(Path path, long size) implements AudioSource {

    AudioFile {
        Objects.requireNonNull(path, "path");
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public Optional<Path> file() {
        return Optional.of(path);
    }
}
