package dev.scripta.adapters.http.page;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** An answer that is got ready when it is asked for first, so that nobody's start waits for it. Thread-safe. */
final class OnFirstRequest implements Handler {

    private final Supplier<Handler> answer;
    private volatile Optional<Handler> ready = Optional.empty();

    /** The answer; made twice, perhaps, if two ask at once. */
    OnFirstRequest(Supplier<Handler> answer) {
        this.answer = Objects.requireNonNull(answer, "answer");
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) throws Exception {
        if (ready.isEmpty()) {
            ready = Optional.of(answer.get());
        }
        ready.get().handle(request, response);
    }
}
