package dev.scripta.adapters.speech.audio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A private folder for one recording; closing removes it with all it holds. The JDK creates it for its owner alone. */
final class Scratch implements AutoCloseable {

    private final Path folder;

    Scratch(Path parent) throws IOException {
        Files.createDirectories(parent);
        this.folder = Files.createTempDirectory(parent, "audio-");
    }

    Path folder() {
        return folder;
    }

    /** A new empty file, readable by its owner alone. */
    Path newFile(String prefix) throws IOException {
        return Files.createTempFile(folder, prefix, "");
    }

    @Override
    public void close() {
        try (Stream<Path> entries = Files.walk(folder)) {
            entries.sorted(Comparator.reverseOrder()).forEach(Scratch::delete);
        } catch (IOException | UncheckedIOException e) {
            // Whoever was served must not fail for want of tidiness; the folder is private either way.
            folder.toFile().deleteOnExit();
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
