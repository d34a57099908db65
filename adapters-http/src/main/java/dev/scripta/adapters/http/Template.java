package dev.scripta.adapters.http;

import dev.scripta.core.model.JsonObject;
import java.util.Objects;
import java.util.Optional;

/**
 * What clients may know of an analysis template.
 *
 * @param name as conversations have it
 * @param description what it is for, in words
 * @param title where its analyses have what lists of conversations show
 * @param schema JSON Schema of its analyses, their members in the order to show them in
 */
public record Template(String name, Optional<String> description, TitlePointers title, JsonObject schema) {

    /** Checks presence. */
    public Template {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(schema, "schema");
    }
}
