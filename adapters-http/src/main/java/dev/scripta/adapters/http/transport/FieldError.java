package dev.scripta.adapters.http.transport;

import java.util.Objects;

/**
 * What is wrong with one field of a request.
 *
 * @param field its name
 * @param detail what to change
 */
public record FieldError(String field, String detail) {

    /** Checks presence. */
    public FieldError {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(detail, "detail");
    }
}
