package dev.scripta.adapters.http;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.function.Supplier;

/** {@code GET /api/health}: how the service is, asked anew each time. */
final class HealthRoute implements Handler {

    private final Supplier<Health> health;
    private final JsonAnswers answers;

    HealthRoute(Supplier<Health> health, JsonAnswers answers) {
        this.health = health;
        this.answers = answers;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        answers.send(response, HealthResponse.of(health.get()));
    }
}
