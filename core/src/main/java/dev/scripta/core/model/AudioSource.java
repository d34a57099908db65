package dev.scripta.core.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Audio as a readable source with a size, never as an array of the whole: a gigabyte passes through a small heap. Its
 * format is told by its first bytes alone. May be opened more than once and by several threads; it must give the same
 * bytes each time.
 */
public interface AudioSource {

    /** The number of bytes. */
    long size();

    /**
     * Opens the bytes from the start. The caller closes the stream.
     *
     * @throws IOException when the bytes cannot be read (any more)
     */
    InputStream open() throws IOException;

    /** The file that holds exactly these bytes, where there is one: some decoders need to seek. */
    default Optional<Path> file() {
        return Optional.empty();
    }

    /**
     * Audio in a file that stays as it is while it is used.
     *
     * @throws IOException when there is no such readable file
     */
    static AudioSource of(Path file) throws IOException {
        return new AudioFile(file, Files.size(file));
    }
}
