package dev.scripta.adapters.http;

import dev.scripta.adapters.http.transport.FieldError;
import dev.scripta.adapters.http.transport.InvalidFieldsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Remembers what is wrong with each field of a request, so that one answer names all. One request's. */
public final class FieldErrors {

    private final List<FieldError> errors = new ArrayList<>();

    /** Nothing is wrong yet. */
    public FieldErrors() {}

    /** Notes an error. */
    public void add(String field, String detail) {
        errors.add(new FieldError(field, detail));
    }

    /** The text as a value; empty, and noted as an error, when it is no such value. */
    public <T> Optional<T> value(String field, String text, Function<String, T> value) {
        try {
            return Optional.of(value.apply(text));
        } catch (IllegalArgumentException refused) {
            add(field, Objects.requireNonNullElse(refused.getMessage(), field + " is not valid"));
            return Optional.empty();
        }
    }

    /** Throws if anything was wrong. */
    public void check() {
        if (!errors.isEmpty()) {
            throw new InvalidFieldsException(errors);
        }
    }
}
