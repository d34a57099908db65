package dev.scripta.adapters.http;

import java.util.List;
import java.util.stream.Collectors;

/** The request was understood, but fields of it are missing or wrong. Never leaves this adapter. */
final class InvalidFieldsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    InvalidFieldsException(List<FieldError> errors) {
        super("fields are missing or wrong");
        this.errors = List.copyOf(errors);
    }

    InvalidFieldsException(String field, String detail) {
        this(List.of(new FieldError(field, detail)));
    }

    /** All that is wrong, as one text for a person: existing pages show it as it is. */
    String detail() {
        return errors.stream().map(FieldError::detail).collect(Collectors.joining("; "));
    }

    List<FieldError> errors() {
        return errors;
    }
}
