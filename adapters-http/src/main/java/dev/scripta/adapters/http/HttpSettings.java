package dev.scripta.adapters.http;

import dev.scripta.adapters.http.page.Origins;
import dev.scripta.adapters.http.page.PageSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * How the API is served.
 *
 * @param host the address to listen on
 * @param port the TCP port, 0 for any free one
 * @param spool where uploads are kept while they are worked on; made if missing, readable by the process owner only; one
 *            server at a time has it
 * @param keepAudio how long audio is kept after it was accepted, though it was processed; zero not to keep it
 * @param maxUpload the largest request, in bytes
 * @param maxField the largest text field, in bytes
 * @param readTimeout how long a client may send nothing
 * @param maxConnections connections at once; further ones wait
 * @param grace how long running requests may take to finish when the server stops
 * @param origins whose pages may call the API from a browser
 * @param pages the operator's pages
 */
public record HttpSettings(String host, int port, Path spool, Duration keepAudio, long maxUpload, int maxField,
        Duration readTimeout, int maxConnections, Duration grace, Origins origins, PageSettings pages) {

    /** Checks the values. */
    public HttpSettings {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(spool, "spool");
        Objects.requireNonNull(keepAudio, "keepAudio");
        Objects.requireNonNull(readTimeout, "readTimeout");
        Objects.requireNonNull(grace, "grace");
        Objects.requireNonNull(origins, "origins");
        Objects.requireNonNull(pages, "pages");
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535");
        }
        if (keepAudio.isNegative()) {
            throw new IllegalArgumentException("keepAudio must not be negative");
        }
        if (maxUpload < 1 || maxField < 1 || maxConnections < 1) {
            throw new IllegalArgumentException("limits must be 1 or more");
        }
    }

    /** No pages, and no origins but the server's own. */
    public HttpSettings(String host, int port, Path spool, Duration keepAudio, long maxUpload, int maxField,
            Duration readTimeout, int maxConnections, Duration grace) {
        this(host, port, spool, keepAudio, maxUpload, maxField, readTimeout, maxConnections, grace, Origins.OWN,
                PageSettings.NONE);
    }
}
