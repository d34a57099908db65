package dev.scripta.adapters.http;

import io.helidon.http.Method;
import io.helidon.webserver.http.ErrorHandler;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpFeature;
import io.helidon.webserver.http.HttpRoute;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpSecurity;
import io.helidon.webserver.http.HttpService;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Writes down the paths that a routing is made of, and serves nothing. Whatever way of registering it does not know makes it
 * fail, so that no route is missed.
 */
final class RecordedRoutes implements HttpRouting.Builder {

    private final String prefix;
    private final Set<String> paths;

    RecordedRoutes() {
        this("", new TreeSet<>());
    }

    private RecordedRoutes(String prefix, Set<String> paths) {
        this.prefix = prefix;
        this.paths = paths;
    }

    /** As registered, with the prefix of their service. */
    Set<String> paths() {
        return paths;
    }

    @Override
    public HttpRouting.Builder route(Method method, String pathPattern, Handler handler) {
        return record(pathPattern);
    }

    @Override
    public HttpRouting.Builder any(String pathPattern, Handler... handlers) {
        return record(pathPattern);
    }

    /** Answers what no route does. */
    @Override
    public HttpRouting.Builder any(Handler... handlers) {
        return this;
    }

    @Override
    public HttpRouting.Builder register(String pathPattern, HttpService... services) {
        List.of(services).forEach(service -> service.routing(new RecordedRoutes(prefix + pathPattern, paths)));
        return this;
    }

    @Override
    public HttpRouting.Builder register(HttpService... services) {
        return register("", services);
    }

    @Override
    public HttpRouting.Builder addFilter(Filter filter) {
        return this;
    }

    @Override
    public <T extends Throwable> HttpRouting.Builder error(Class<T> exceptionClass, ErrorHandler<? super T> handler) {
        return this;
    }

    @Override
    public HttpRouting.Builder route(HttpRoute route) {
        throw unknown();
    }

    @Override
    public HttpRouting.Builder addFeature(Supplier<? extends HttpFeature> feature) {
        throw unknown();
    }

    @Override
    public HttpRouting.Builder maxReRouteCount(int maxReRouteCount) {
        throw unknown();
    }

    @Override
    public HttpRouting.Builder security(HttpSecurity security) {
        throw unknown();
    }

    @Override
    public HttpRouting.Builder copy() {
        throw unknown();
    }

    @Override
    public HttpRouting build() {
        throw unknown();
    }

    private HttpRouting.Builder record(String pathPattern) {
        String path = prefix + pathPattern;
        paths.add(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
        return this;
    }

    private static UnsupportedOperationException unknown() {
        return new UnsupportedOperationException("routes registered like this are not recorded");
    }
}
