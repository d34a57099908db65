package dev.scripta.adapters.http.page;

import dev.scripta.adapters.http.transport.Problem;
import dev.scripta.adapters.http.transport.Problems;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The pages of the operator's folder, by the addresses that existing pages link. Files are asked for again each time, and
 * sent again when they changed.
 */
final class OperatorPages {

    private static final Map<String, String> PAGES = Map.of("/login", "login.html", "/login.html", "login.html",
            "/settings", "settings.html", "/settings.html", "settings.html", "/db-error", "db-error.html");

    /** Files that people sent, perhaps: whatever they are, they are no pages. */
    private static final String INERT =
            "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

    private final Folder folder;
    private final String policy;
    private final BooleanSupplier databaseConnected;
    private final Problems problems;
    private final FileAnswers files;

    OperatorPages(Folder folder, String policy, BooleanSupplier databaseConnected, Problems problems) {
        this.folder = folder;
        this.policy = policy;
        this.databaseConnected = databaseConnected;
        this.problems = problems;
        this.files = new FileAnswers(problems);
    }

    void register(HttpRouting.Builder routing) {
        routing.get("/", (request, response) -> send(request, response, start(), policy));
        problems.onlyMethods(routing, "/", Method.GET);
        PAGES.forEach((path, name) -> {
            routing.get(path, (request, response) -> send(request, response, name, policy));
            problems.onlyMethods(routing, path, Method.GET);
        });
        register(routing, "/css", policy);
        register(routing, "/js", policy);
        register(routing, "/uploads", INERT);
    }

    private void register(HttpRouting.Builder routing, String path, String ownPolicy) {
        String all = path + "/{+name}";
        Handler handler = (request, response) -> send(request, response,
                path.substring(1) + "/" + request.path().pathParameters().get("name"), ownPolicy);
        routing.get(all, handler).head(all, handler);
        problems.onlyMethods(routing, all, Method.GET, Method.HEAD);
    }

    private String start() {
        return databaseConnected.getAsBoolean() ? "index.html" : "db-error.html";
    }

    private void send(ServerRequest request, ServerResponse response, String name, String ownPolicy)
            throws IOException {
        Optional<Path> file = folder.file(name);
        if (file.isEmpty()) {
            problems.send(request, response, Problem.of(404));
            return;
        }
        response.header(SecurityHeaders.POLICY, ownPolicy);
        response.header(HeaderNames.CACHE_CONTROL, "no-cache");
        files.send(request, response, file.get());
    }
}
