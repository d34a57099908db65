package dev.scripta.adapters.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.scripta.adapters.http.openapi.DescribedRoutes;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRoute;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is served and what {@code docs/openapi.json} describes is the same. */
class RoutesIT extends ApiTests {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH");

    @Override
    @BeforeEach
    void start() {
        Backend backend = new Backend();
        api = new RunningApi(folder, backend, SignInInMemory.at(backend.clock));
    }

    private HttpResponse<String> send(String method, String path) throws Exception {
        return api.send(method, path, Optional.empty(), BodyPublishers.noBody());
    }

    @Test
    void every_route_is_described() {
        Set<String> undescribed = new TreeSet<>(api.routes());
        undescribed.removeAll(DescribedRoutes.paths());
        undescribed.removeIf(RoutesIT::isPage);
        assertEquals(Set.of(), undescribed);
    }

    /** What is for people's browsers: the first page, and the files of the page that shows the description. */
    private static boolean isPage(String path) {
        return path.isEmpty() || path.startsWith("/docs/");
    }

    @Test
    void every_described_method_is_served_and_no_other_is() throws Exception {
        String unrouted = detail(send("GET", "/api/nothing"));
        for (String path : DescribedRoutes.paths()) {
            String there = path.replace("{id}", "1")
                    .replace("{format}", "txt")
                    .replace("{audio_sha256}", "0".repeat(64));
            Set<String> described = DescribedRoutes.methods(there);
            for (String method : METHODS) {
                HttpResponse<String> answer = send(method, there);
                String what = method + " " + path + ": " + answer.body();
                assertEquals(!described.contains(method), answer.statusCode() == 405, what);
                assertNotEquals(unrouted, detail(answer), what);
            }
        }
    }

    private static String detail(HttpResponse<String> answer) {
        return answer.body().replaceFirst("(?s)^.*\"detail\":\"([^\"]+).*", "$1");
    }

    @Test
    void routes_of_all_kinds_are_recorded_or_refused() {
        RecordedRoutes routes = new RecordedRoutes();
        routes.get("/a", (request, response) -> {})
                .register("/b", rules -> rules.put("/", (request, response) -> {})
                        .any("/{id}", (request, response) -> {}));
        routes.register(rules -> rules.route(Method.PATCH, "/c", (request, response) -> {}));
        assertEquals(Set.of("/a", "/b", "/b/{id}", "/c"), routes.paths());
        assertAll(List.<Runnable>of(() -> routes.get((request, response) -> {}),
                () -> routes.route(Method.GET, "/d", request -> "d"),
                () -> routes.route(HttpRoute.builder().path("/e").handler((request, response) -> {})))
                .stream()
                .map(route -> () -> assertThrows(UnsupportedOperationException.class, route::run)));
    }
}
