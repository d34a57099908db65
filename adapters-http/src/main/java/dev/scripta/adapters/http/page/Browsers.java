package dev.scripta.adapters.http.page;

import dev.scripta.adapters.http.transport.Problems;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import java.util.function.BooleanSupplier;

/** What people see who open the server's address in a browser. */
public final class Browsers {

    private final PageSettings settings;
    private final BooleanSupplier databaseConnected;
    private final Problems problems;

    /**
     * Makes it.
     *
     * @param settings whose pages
     * @param databaseConnected asked each time the first page is
     * @param problems answers for pages that are not there
     */
    public Browsers(PageSettings settings, BooleanSupplier databaseConnected, Problems problems) {
        this.settings = settings;
        this.databaseConnected = databaseConnected;
        this.problems = problems;
    }

    /** Adds pages, their files, and the documentation. */
    public void register(HttpRouting.Builder routing) {
        new Documentation(problems).register(routing);
        if (settings.folder().isPresent()) {
            new OperatorPages(new Folder(settings.folder().get()), settings.policy(), databaseConnected, problems)
                    .register(routing);
        } else if (settings.page().isPresent()) {
            new PageRoutes(settings.page().get(), problems).register(routing);
        } else {
            toDocumentation(routing);
        }
    }

    private void toDocumentation(HttpRouting.Builder routing) {
        routing.get("/", (request, response) -> response.status(Status.TEMPORARY_REDIRECT_307)
                .header(HeaderNames.LOCATION, "/docs")
                .send());
        problems.onlyMethods(routing, "/", Method.GET);
    }
}
