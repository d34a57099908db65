package dev.scripta.adapters.http;

import dev.scripta.adapters.http.transport.SpooledFile;
import dev.scripta.adapters.http.transport.UploadForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Reads fields one by one and remembers what is wrong with each, so that one answer names all. One request's. */
final class FormFields {

    private final UploadForm form;
    private final List<FieldError> errors = new ArrayList<>();

    FormFields(UploadForm form) {
        this.form = form;
    }

    /** The field as a value; empty, and noted as an error, when it is missing or no such value. */
    <T> Optional<T> text(String name, Function<String, T> value) {
        if (form.misplacedFiles().contains(name)) {
            errors.add(new FieldError(name, name + " must be text, not a file"));
        } else if (!form.texts().containsKey(name)) {
            errors.add(new FieldError(name, name + " is required"));
        } else {
            try {
                return Optional.of(value.apply(form.texts().get(name)));
            } catch (IllegalArgumentException refused) {
                errors.add(new FieldError(name, Objects.requireNonNullElse(refused.getMessage(), name
                        + " is not valid")));
            }
        }
        return Optional.empty();
    }

    /** The field as a value, or another when it is missing; no such value is noted as an error. */
    <T> T textOr(String name, T otherwise, Function<String, T> value) {
        return form.texts().containsKey(name) || form.misplacedFiles().contains(name)
                ? text(name, value).orElse(otherwise)
                : otherwise;
    }

    /** The file; empty, and noted as an error, when it is missing or was sent as text. */
    Optional<SpooledFile> file(String name) {
        if (form.file().isEmpty()) {
            errors.add(new FieldError(name,
                    form.texts().containsKey(name) ? name + " must be a file, not text" : name + " is required"));
        }
        return form.file();
    }

    /** Throws if anything was wrong. */
    void check() {
        if (!errors.isEmpty()) {
            throw new InvalidFieldsException(errors);
        }
    }
}
