package dev.scripta.core.tck.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request as the server saw it. Immutable. */
public final class ScriptedRequest {

    private final String method;
    private final String path;
    private final Map<String, List<String>> headers;
    private final Form form;
    private final String text;

    /** Made by the server; the names of headers are in any case. */
    ScriptedRequest(String method, String path, Map<String, List<String>> headers, Form form, String text) {
        this.method = method;
        this.path = path;
        this.headers = headers;
        this.form = form;
        this.text = text;
    }

    /** {@code GET}, {@code POST} and so on. */
    public String method() {
        return method;
    }

    /** The path and, where there is one, the query. */
    public String path() {
        return path;
    }

    /** The first value of a header, in any letter case. */
    public Optional<String> header(String name) {
        return headers.entrySet()
                .stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst();
    }

    /** The first value of a form's field. */
    public Optional<String> field(String name) {
        return fields(name).stream().findFirst();
    }

    /** All values of a form's field, in the order of sending. */
    public List<String> fields(String name) {
        return List.copyOf(form.fields().getOrDefault(name, List.of()));
    }

    /** The first file of a form. */
    public Optional<ReceivedFile> file() {
        return form.files().stream().findFirst();
    }

    /** All files of a form, in the order of sending. */
    public List<ReceivedFile> files() {
        return List.copyOf(form.files());
    }

    /** The body of a request that is no form, as UTF-8; of a very long one, the first 16 MiB. */
    public String text() {
        return text;
    }

    /** Prints sizes instead of texts. */
    @Override
    public String toString() {
        return "ScriptedRequest[" + method + " " + path + ", fields " + form.fields().keySet() + ", files "
                + form.files() + ", " + text.length() + " characters]";
    }
}
