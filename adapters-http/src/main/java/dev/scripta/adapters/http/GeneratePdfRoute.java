package dev.scripta.adapters.http;

import dev.scripta.adapters.http.export.Attachment;
import dev.scripta.adapters.http.export.Export;
import dev.scripta.adapters.http.export.Exports;
import dev.scripta.adapters.http.export.Format;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.SessionId;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/** {@code POST /api/generate-pdf}: an analysis as a document to print. */
final class GeneratePdfRoute implements Handler {

    private final Messages messages;
    private final Callers callers;
    private final Exports exports;
    private final DocumentAnswers documents;
    private final Clock clock;

    GeneratePdfRoute(Messages messages, Callers callers, Exports exports, Clock clock) {
        this.messages = messages;
        this.callers = callers;
        this.exports = exports;
        this.documents = new DocumentAnswers(messages);
        this.clock = clock;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Caller caller = callers.of(request);
        JsonFields fields = messages.json().fields(request);
        Optional<SessionId> session = fields.text("session_id", SessionId::new);
        Optional<JsonObject> analysis = fields.object("analysis");
        fields.check();
        OffsetDateTime now = OffsetDateTime.now(clock);
        Export report = exports.report(caller.owner(), session.orElseThrow(), analysis.orElseThrow(), now);
        documents.send(request, response, Format.PDF, report, Map.of(HeaderNames.CONTENT_DISPOSITION, Attachment
                .disposition(session.orElseThrow(), WireTime.digits(now.toInstant()) + "_medical_report.pdf")));
    }
}
