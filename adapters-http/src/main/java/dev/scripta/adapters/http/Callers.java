package dev.scripta.adapters.http;

import io.helidon.webserver.http.ServerRequest;

/** Tells who sent a request. */
@FunctionalInterface
public interface Callers {

    /** The caller. Every route asks here, so that sign-in is one change. */
    Caller of(ServerRequest request);

    /** Everybody is the one local owner: there is no sign-in. */
    static Callers local() {
        return request -> Caller.LOCAL;
    }
}
