package dev.scripta.adapters.http;

import java.util.Objects;

/**
 * How the service is, now.
 *
 * @param databaseConnected whether the store answered just now
 * @param speech what the recogniser is doing, "warming", "ready" or "failed"
 */
public record Health(boolean databaseConnected, String speech) {

    /** Checks presence. */
    public Health {
        Objects.requireNonNull(speech, "speech");
    }
}
