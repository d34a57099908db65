package dev.scripta.adapters.http.page;

import dev.scripta.adapters.http.transport.Problems;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRouting;
import java.util.List;
import java.util.function.Supplier;

/** {@code /openapi.json}, the API's description, and {@code /docs}, Swagger UI to read it. */
final class Documentation {

    private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/";

    /** Scripts from files of our own. Swagger UI writes styles into its elements and has small pictures in its styles. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Problems problems;

    Documentation(Problems problems) {
        this.problems = problems;
    }

    void register(HttpRouting.Builder routing) {
        String version = Resource.versionOf("org.webjars/swagger-ui");
        add(routing, "/openapi.json", () -> Resource.named("/dev/scripta/adapters/http/openapi.json"),
                FixedAnswer.ASK_AGAIN);
        add(routing, "/docs", () -> Resource.named("docs.html").replaced("{version}", version),
                FixedAnswer.ASK_AGAIN);
        for (String own : List.of("docs.css", "docs.js")) {
            add(routing, "/docs/" + own, () -> Resource.named(own), FixedAnswer.ASK_AGAIN);
        }
        for (String file : List.of("swagger-ui.css", "swagger-ui-bundle.js")) {
            add(routing, "/docs/" + version + "/" + file, () -> Resource.named(WEBJAR + version + "/" + file),
                    FixedAnswer.FOR_EVER);
        }
    }

    private void add(HttpRouting.Builder routing, String path, Supplier<Resource> resource, String caching) {
        routing.get(path, new OnFirstRequest(() -> FixedAnswer.of(resource.get(), POLICY, caching)));
        problems.onlyMethods(routing, path, Method.GET);
    }
}
