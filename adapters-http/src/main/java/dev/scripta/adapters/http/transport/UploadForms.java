package dev.scripta.adapters.http.transport;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads forms, multipart or urlencoded. Files are streamed to disk and never held in memory; on any error, nothing
 * stays on disk.
 *
 * <p>Thread-safe.
 */
public final class UploadForms {

    private static final int LONGEST_BOUNDARY = 70;

    private final MultipartReader multipart;
    private final UrlEncodedReader urlEncoded;

    /**
     * Reads forms within limits.
     *
     * @param limits how large a form may be
     * @param spool  where files go
     */
    public UploadForms(FormLimits limits, Spool spool) {
        Objects.requireNonNull(limits, "limits");
        this.multipart = new MultipartReader(limits, Objects.requireNonNull(spool, "spool"));
        this.urlEncoded = new UrlEncodedReader(limits);
    }

    /**
     * Reads the body of a request to its end. A body that is no form is left unread and counts as one without fields.
     *
     * @param request not read yet
     * @param shape   the fields to look for
     * @return the form; the caller closes it
     * @throws RefusedException             400 if the form is malformed or cut off, or a text is not UTF-8; 413 if it
     *                                      is too large
     * @throws SpoolFailedException         if the file cannot be written
     */
    public UploadForm read(ServerRequest request, FormShape shape) {
        var type = HeaderParameters.parse(request.headers().first(HeaderNames.CONTENT_TYPE).orElse(""));
        return switch (type.value()) {
            case "multipart/form-data" -> multipart.read(boundary(type), request.content().inputStream(), shape);
            case "application/x-www-form-urlencoded" -> urlEncoded.read(request.content().inputStream(), shape);
            // What is no form has none of the fields: whoever asked for them says which are missing.
            default -> new UploadForm(Map.of(), Optional.empty(), Optional.empty(), Set.of());
        };
    }

    private static String boundary(HeaderParameters type) {
        String boundary = type.get("boundary")
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new RefusedException(400, "Missing boundary in multipart."));
        if (boundary.length() > LONGEST_BOUNDARY) {
            throw RefusedException.malformed();
        }
        return boundary;
    }
}
