package dev.scripta.adapters.http.transport;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The fields a form is asked for. All others are read over.
 *
 * @param texts names of the text fields
 * @param file  name of the file field, if the form has one
 */
public record FormShape(Set<String> texts, Optional<String> file) {

    /**
     * Checks the names.
     *
     * @throws IllegalArgumentException if a name stands for a text and for the file
     */
    public FormShape {
        texts = Set.copyOf(texts);
        Objects.requireNonNull(file, "file");
        if (file.filter(texts::contains).isPresent()) {
            throw new IllegalArgumentException("a field cannot be text and file: " + file.get());
        }
    }

    boolean isText(String name) {
        return texts.contains(name);
    }

    boolean isFile(String name) {
        return file.filter(name::equals).isPresent();
    }
}
