package dev.scripta.adapters.http;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** {@code GET /api/templates}: by what analyses are made, so that clients can show them. What engines are told stays here. */
final class TemplatesRoute implements Handler {

    private final Callers callers;
    private final JsonAnswers answers;
    private final TemplatesResponse templates;

    TemplatesRoute(Callers callers, JsonAnswers answers, Templates templates) {
        this.callers = callers;
        this.answers = answers;
        this.templates = TemplatesResponse.of(templates);
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        callers.of(request);
        answers.send(response, templates);
    }
}
