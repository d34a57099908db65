package dev.scripta.adapters.http.transport;

import java.util.List;
import java.util.stream.Collectors;

/** The request was understood, but fields of it are missing or wrong. Answered with 422; never leaves this adapter. */
public final class InvalidFieldsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    /** Names all that is wrong. */
    public InvalidFieldsException(List<FieldError> errors) {
        super("fields are missing or wrong");
        this.errors = List.copyOf(errors);
    }

    /** Names one field. */
    public InvalidFieldsException(String field, String detail) {
        this(List.of(new FieldError(field, detail)));
    }

    /** All that is wrong, as one text for a person: existing pages show it as it is. */
    public String detail() {
        return errors.stream().map(FieldError::detail).collect(Collectors.joining("; "));
    }

    /** All that is wrong, field by field. */
    public List<FieldError> errors() {
        return errors;
    }
}
