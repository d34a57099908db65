package dev.scripta.adapters.http;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;

/** Everybody is the one local owner. */
final class LocalCallers implements Callers {

    @Override
    public Caller of(ServerRequest request) {
        return Caller.LOCAL;
    }

    @Override
    public Optional<Caller> orGuest(ServerRequest request) {
        return Optional.of(Caller.LOCAL);
    }

    @Override
    public boolean signIn() {
        return false;
    }

    /** Adds none. */
    @Override
    public void register(HttpRouting.Builder routing, Messages messages) {}
}
