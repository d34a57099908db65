package dev.scripta.adapters.http.page;

import dev.scripta.adapters.http.transport.Problem;
import dev.scripta.adapters.http.transport.Problems;
import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@code /}, the page that comes with the program, and {@code /page/{version}/...}, its files. */
final class PageRoutes {

    private static final String FILES = "/page/{version}/{+name}";

    /** Everything from the page's own files; pictures and sound also from what its scripts made or fetched. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data: blob:; media-src blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'";

    /** Only what a page is loaded as has a policy of use: seventy scripts need not carry it. */
    private static final String NO_DOCUMENT = "default-src 'none'";

    private final Page page;
    private final Problems problems;

    PageRoutes(Page page, Problems problems) {
        this.page = page;
        this.problems = problems;
    }

    void register(HttpRouting.Builder routing) {
        routing.get("/", FixedAnswer.of(new Resource(Page.START, page.start()), POLICY,
                FixedAnswer.ASK_AGAIN));
        problems.onlyMethods(routing, "/", Method.GET);
        Map<String, Handler> answers = new HashMap<>();
        page.files()
                .forEach((name, bytes) -> answers.put(name, new OnFirstRequest(
                        () -> FixedAnswer.of(new Resource(name, bytes), NO_DOCUMENT, FixedAnswer.FOR_EVER))));
        Handler files = (request, response) -> Optional.of(request.path().pathParameters())
                .filter(asked -> asked.get("version").equals(page.version()))
                .map(asked -> answers.get(asked.get("name")))
                .orElse((req, res) -> problems.send(req, res, Problem.of(404)))
                .handle(request, response);
        routing.get(FILES, files);
        problems.onlyMethods(routing, FILES, Method.GET);
    }
}
