package dev.scripta.adapters.http;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;

/** Tells who sends requests. Every route asks here, so that sign-in is one thing. Thread-safe. */
public interface Callers {

    /**
     * The caller, whose conversations the request may see and change.
     *
     * @throws dev.scripta.adapters.http.transport.RefusedException 401 or 403 when nobody is signed in
     * @throws dev.scripta.core.error.StorageFailedException when it cannot be told, for the store is away
     */
    Caller of(ServerRequest request);

    /**
     * The caller; empty for a guest, who gets results and keeps nothing. While the store of accounts is away, the word of a
     * token counts that was signed here: a recording must not be lost because nobody can be asked (decision 0020).
     *
     * @throws dev.scripta.adapters.http.transport.RefusedException 401 for a token that is not valid, 403 where guests are
     *             not welcome, 429 for a guest who comes too often
     */
    Optional<Caller> orGuest(ServerRequest request);

    /** Adds the routes by which callers sign in and tell of themselves. */
    void register(HttpRouting.Builder routing, Messages messages);

    /** Whether callers are told apart: if not, whoever reaches the server may do everything. */
    default boolean signIn() {
        return true;
    }

    /** Everybody is the one local owner: there is no sign-in. */
    static Callers local() {
        return new LocalCallers();
    }
}
