package dev.scripta.adapters.http;

import dev.scripta.adapters.http.export.Export;
import dev.scripta.adapters.http.export.Format;
import dev.scripta.adapters.http.transport.Problem;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Map;

/** Answers with a document, or tells why there is none. Thread-safe. */
final class DocumentAnswers {

    private static final String SECONDS = "5";

    private final Messages messages;

    DocumentAnswers(Messages messages) {
        this.messages = messages;
    }

    /** Sends what became of it; the headers go with the document alone. */
    void send(ServerRequest request, ServerResponse response, Format format, Export export,
            Map<HeaderName, String> headers) {
        switch (export) {
            case Export.Written document -> {
                headers.forEach(response::header);
                response.header(HeaderNames.CONTENT_TYPE, format.contentType());
                response.send(document.bytes());
            }
            case Export.Busy busy -> {
                response.header(HeaderNames.RETRY_AFTER, SECONDS);
                refuse(request, response, 503, "Other documents are being made. Try again soon.");
            }
            case Export.TooLong tooLong -> refuse(request, response, 422,
                    "The document would have more than " + tooLong.most() + " pages. Take another format.");
        }
    }

    private void refuse(ServerRequest request, ServerResponse response, int status, String detail) {
        messages.problems().send(request, response, Problem.of(status, detail));
    }
}
