package dev.scripta.adapters.http;

import dev.scripta.adapters.http.export.Attachment;
import dev.scripta.adapters.http.export.Exports;
import dev.scripta.adapters.http.export.Format;
import dev.scripta.adapters.http.transport.Problem;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.SessionId;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** {@code POST /api/generate-pdf}: an analysis as a document to print. */
final class GeneratePdfRoute implements Handler {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

    private final Messages messages;
    private final Callers callers;
    private final Exports exports;
    private final Clock clock;

    GeneratePdfRoute(Messages messages, Callers callers, Exports exports, Clock clock) {
        this.messages = messages;
        this.callers = callers;
        this.exports = exports;
        this.clock = clock;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        callers.of(request);
        JsonFields fields = messages.json().fields(request);
        Optional<SessionId> session = fields.text("session_id", SessionId::new);
        Optional<JsonObject> analysis = fields.object("analysis");
        fields.check();
        OffsetDateTime now = OffsetDateTime.now(clock);
        Optional<byte[]> document = exports.report(session.orElseThrow(), analysis.orElseThrow(), now);
        if (document.isPresent()) {
            response.header(HeaderNames.CONTENT_TYPE, Format.PDF.contentType());
            response.header(HeaderNames.CONTENT_DISPOSITION,
                    Attachment.disposition(session.orElseThrow(), TIME.format(now) + "_medical_report.pdf"));
            response.send(document.get());
        } else {
            busy(messages, request, response);
        }
    }

    /** Too many documents are being made. */
    static void busy(Messages messages, ServerRequest request, ServerResponse response) {
        response.header(HeaderNames.RETRY_AFTER, "5");
        messages.problems().send(request, response, Problem.of(503, "Other documents are being made. Try again soon."));
    }
}
