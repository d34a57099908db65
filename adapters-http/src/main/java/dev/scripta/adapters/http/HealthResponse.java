package dev.scripta.adapters.http;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Optional;

/**
 * How the service is.
 *
 * @param status "ok" when everything works, else "degraded"
 * @param service always "Scripta"
 * @param databaseConnected whether the store answered just now
 * @param databaseError null, or what to tell a person
 * @param speech what the recogniser is doing
 */
@JsonbPropertyOrder({"status", "service", "databaseConnected", "databaseError", "speech"})
public record HealthResponse(String status, String service,
        @JsonbProperty("database_connected") boolean databaseConnected,
        @JsonbNillable @JsonbProperty("database_error") Optional<String> databaseError, String speech) {

    static HealthResponse of(Health health) {
        return new HealthResponse(health.databaseConnected() ? "ok" : "degraded", "Scripta", health.databaseConnected(),
                health.databaseConnected() ? Optional.empty() : Optional.of("The database does not answer."),
                health.speech());
    }
}
