package dev.scripta.adapters.http;

import dev.scripta.adapters.http.transport.SpooledFile;
import dev.scripta.adapters.http.transport.UploadForm;
import java.util.Optional;
import java.util.function.Function;

/** Reads the fields of a form one by one; what is wrong is told by {@link #check()}, all at once. One request's. */
public final class FormFields {

    private final UploadForm form;
    private final FieldErrors errors = new FieldErrors();

    /** The fields of this form. */
    public FormFields(UploadForm form) {
        this.form = form;
    }

    /** The field as a value; empty, and noted as an error, when it is missing or no such value. */
    public <T> Optional<T> text(String name, Function<String, T> value) {
        if (form.misplacedFiles().contains(name)) {
            errors.add(name, name + " must be text, not a file");
        } else if (!form.texts().containsKey(name)) {
            errors.add(name, name + " is required");
        } else {
            return errors.value(name, form.texts().get(name), value);
        }
        return Optional.empty();
    }

    /** The field as a value, or another when it is missing; no such value is noted as an error. */
    public <T> T textOr(String name, T otherwise, Function<String, T> value) {
        return form.texts().containsKey(name) || form.misplacedFiles().contains(name)
                ? text(name, value).orElse(otherwise)
                : otherwise;
    }

    /** The file; empty, and noted as an error, when it is missing or was sent as text. */
    public Optional<SpooledFile> file(String name) {
        if (form.file().isEmpty()) {
            errors.add(name, form.texts().containsKey(name)
                    ? name + " must be a file, not text"
                    : name + " is required");
        }
        return form.file();
    }

    /** Throws what is answered with 422 if anything was wrong. */
    public void check() {
        errors.check();
    }
}
