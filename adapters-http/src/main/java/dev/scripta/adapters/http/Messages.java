package dev.scripta.adapters.http;

import dev.scripta.adapters.http.transport.Problems;
import dev.scripta.adapters.http.transport.UploadForms;
import java.util.Objects;

/**
 * How requests are read and answers written, the same in all routes. Thread-safe.
 *
 * @param forms reads forms
 * @param json reads JSON bodies
 * @param answers writes JSON
 * @param problems writes what went wrong
 */
public record Messages(UploadForms forms, JsonBodies json, JsonAnswers answers, Problems problems) {

    /** Checks presence. */
    public Messages {
        Objects.requireNonNull(forms, "forms");
        Objects.requireNonNull(json, "json");
        Objects.requireNonNull(answers, "answers");
        Objects.requireNonNull(problems, "problems");
    }

    /** The same, but for how JSON bodies are read. */
    public Messages with(JsonBodies other) {
        return new Messages(forms, other, answers, problems);
    }
}
