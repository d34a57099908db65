package dev.scripta.adapters.http.transport;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A form as it was sent. Of a field sent more than once, the last one is here.
 *
 * <p>Close it when the request is done: that deletes the file. Immutable.
 *
 * @param texts          known fields sent as text, by name; the file field too, if it was sent as text
 * @param file           the file, if the file field was sent as a file
 * @param fileName       what the client calls the file; a hint and never a path of ours
 * @param misplacedFiles names of text fields that were sent as files; their contents were dropped
 */
public record UploadForm(Map<String, String> texts, Optional<SpooledFile> file, Optional<String> fileName,
        Set<String> misplacedFiles)
        implements
            AutoCloseable {

    /** Copies the collections. */
    public UploadForm {
        texts = Map.copyOf(texts);
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(fileName, "fileName");
        misplacedFiles = Set.copyOf(misplacedFiles);
    }

    /**
     * Deletes the file. Does nothing the second time.
     *
     * @throws java.io.UncheckedIOException if it cannot be deleted
     */
    @Override
    public void close() {
        file.ifPresent(SpooledFile::close);
    }

    /** Names only: what people send is theirs. */
    @Override
    public String toString() {
        return "UploadForm[texts=" + texts.keySet() + ", file=" + file + ", misplacedFiles=" + misplacedFiles + "]";
    }
}
