package dev.scripta.adapters.http.admin;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The answer of {@code GET /health/ready}.
 *
 * @param status "ready" or "not ready"
 * @param checks each "ok" or "failed", by name
 */
@JsonbPropertyOrder({"status", "checks"})
public record ReadinessResponse(String status, Map<String, String> checks) {

    static ReadinessResponse of(Readiness readiness) {
        Map<String, String> checks = new LinkedHashMap<>();
        readiness.checks().forEach(check -> checks.put(check.name(), check.passed() ? "ok" : "failed"));
        return new ReadinessResponse(readiness.ready() ? "ready" : "not ready", checks);
    }
}
