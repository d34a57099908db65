package dev.scripta.archfixture.b3.app.metrics;

import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** Metrics live here. */
final class Plants {

    private Plants() {}

    record Innocent(PrometheusRegistry registry) {}
}
