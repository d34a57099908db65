package dev.scripta.adapters.postgres;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Helidon's client logs each connection that fails to close; where tests let them fail, it does not. */
final class SilentClient implements BeforeAllCallback, AfterAllCallback {

    /** Held, or its level would be forgotten. */
    private final Logger log = Logger.getLogger("io.helidon.dbclient");

    @Override
    public void beforeAll(ExtensionContext context) {
        log.setLevel(Level.OFF);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        log.setLevel(null);
    }
}
