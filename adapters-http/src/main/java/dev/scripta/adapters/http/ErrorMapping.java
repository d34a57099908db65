package dev.scripta.adapters.http;

import dev.scripta.adapters.http.transport.FieldError;
import dev.scripta.adapters.http.transport.InvalidFieldsException;
import dev.scripta.adapters.http.transport.Problem;
import dev.scripta.adapters.http.transport.Problems;
import dev.scripta.adapters.http.transport.RetryAfter;
import dev.scripta.adapters.http.transport.SpoolFailedException;
import dev.scripta.core.error.AnalysisFailedException;
import dev.scripta.core.error.RecordingInProgressException;
import dev.scripta.core.error.RecordingRefusedException;
import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.error.TranscriptionFailedException;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonBuilderFactory;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns what the core and this adapter throw into problem documents: the one place that knows which status each is. */
public final class ErrorMapping {

    private static final System.Logger LOG = System.getLogger(ErrorMapping.class.getName());
    private static final Duration WAIT = Duration.ofSeconds(5);

    private final Problems problems;
    private final JsonBuilderFactory json = Json.createBuilderFactory(Map.of());

    ErrorMapping(Problems problems) {
        this.problems = problems;
    }

    void register(HttpRouting.Builder routing) {
        routing.error(InvalidFieldsException.class,
                (request, response, e) -> problems.send(request, response, invalid(e)));
        routing.error(SpoolFailedException.class, this::notKept);
        routing.error(ScriptaException.class, this::failed);
    }

    private void failed(ServerRequest request, ServerResponse response, ScriptaException failure) {
        if (!isCallersOwn(failure)) {
            LOG.log(System.Logger.Level.WARNING, "{0}: {1} Cause: {2}", failure.getClass().getSimpleName(),
                    failure.detail(), causes(failure));
        }
        // Clients and proxies that obey the header would repeat by themselves what may be billed twice.
        if (failure.retryable() && !failure.outcomeUnknown()) {
            retryAfter(response, wait(failure));
        }
        problems.send(request, response, problem(failure));
    }

    /** What an operator can do nothing about is not worth a warning. */
    private static boolean isCallersOwn(ScriptaException failure) {
        return failure instanceof RecordingRefusedException || failure instanceof RecordingInProgressException;
    }

    private void notKept(ServerRequest request, ServerResponse response, SpoolFailedException failure) {
        LOG.log(System.Logger.Level.ERROR, "The spool folder takes no recordings: {0}", causes(failure));
        retryAfter(response, WAIT);
        problems.send(request, response, Problem.named("recording-not-kept", 503, "Recording not kept",
                "The server cannot keep recordings at the moment. Nothing was done with this one."));
    }

    private static void retryAfter(ServerResponse response, Duration wait) {
        response.header(HeaderNames.RETRY_AFTER, RetryAfter.of(wait));
    }

    /** How long to wait before what failed may succeed. */
    public static Duration wait(ScriptaException failure) {
        return failure.retryAfter().orElse(WAIT);
    }

    /** What a request that failed so is answered with. */
    public static Problem problem(ScriptaException failure) {
        if (failure instanceof RecordingInProgressException) {
            return Problem.named("recording-in-progress", 409, "Recording in progress", failure.detail());
        }
        return failure.outcomeUnknown()
                ? Problem.named("outcome-unknown", status(failure), "Outcome unknown", failure.detail())
                : Problem.of(status(failure), failure.detail());
    }

    /** Class names only: messages of vendors may hold what people said. */
    private static String causes(RuntimeException failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .skip(1)
                .map(cause -> cause.getClass().getName())
                .collect(Collectors.joining(", "));
    }

    private static int status(ScriptaException failure) {
        return switch (failure) {
            case RecordingRefusedException refused -> switch (refused.reason()) {
                case EMPTY -> 400;
                case UNSUPPORTED_FORMAT -> 415;
                case UNREADABLE -> 422;
                case TOO_LONG -> 413;
            };
            case RecordingInProgressException inProgress -> 409;
            case TranscriptionFailedException engine -> engine.retryable() ? 503 : 502;
            case AnalysisFailedException engine -> engine.retryable() ? 503 : 502;
            case StorageFailedException store -> store.retryable() ? 503 : 500;
        };
    }

    private Problem invalid(InvalidFieldsException invalid) {
        return new Problem(URI.create("about:blank"), "Unprocessable Content", 422, invalid.detail(),
                Map.of("errors", errors(invalid.errors())));
    }

    private JsonArray errors(List<FieldError> errors) {
        var array = json.createArrayBuilder();
        errors.forEach(error -> array
                .add(json.createObjectBuilder().add("field", error.field()).add("detail", error.detail())));
        return array.build();
    }
}
