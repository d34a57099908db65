package dev.scripta.adapters.http.transport;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A form while it is read: the last field of a name counts, and a file that no longer counts is deleted. */
final class FormDraft {

    private final Map<String, String> texts = new HashMap<>();
    private final Set<String> misplacedFiles = new HashSet<>();
    private Optional<SpooledFile> file = Optional.empty();
    private Optional<String> fileName = Optional.empty();

    void text(FormShape shape, String name, String value) {
        if (shape.isFile(name)) {
            discard();
        }
        misplacedFiles.remove(name);
        texts.put(name, value);
    }

    void file(String name, Optional<String> called, SpooledFile spooled) {
        discard();
        texts.remove(name);
        fileName = called;
        file = Optional.of(spooled);
    }

    void misplacedFile(String name) {
        texts.remove(name);
        misplacedFiles.add(name);
    }

    /** Deletes the file. */
    void discard() {
        file.ifPresent(SpooledFile::close);
        file = Optional.empty();
        fileName = Optional.empty();
    }

    UploadForm finish() {
        return new UploadForm(texts, file, fileName, misplacedFiles);
    }
}
