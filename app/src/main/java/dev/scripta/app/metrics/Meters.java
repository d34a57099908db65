package dev.scripta.app.metrics;

import dev.scripta.core.model.EngineFailure.Stage;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.usecase.ProcessedRecording;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/**
 * What is counted, under names that stay (docs/operations.md). Every counter is there from the start with 0, or the first
 * event would not show as an increase. Thread-safe.
 */
public final class Meters {

    private static final double[] ENGINE_SECONDS = {0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000, 3000, 10_000};

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter saves = counter("scripta_saves", "Saves answered by the store.", "outcome");
    private final Counter claims = counter("scripta_claims", "Answers of the journal to who wants to work.", "answer");
    private final Counter replays = counter("scripta_replays", "Uploads answered with a result that was there.");
    private final Counter unsaved = counter("scripta_unsaved_results", "Results that neither store nor backlog took.");
    private final Counter engineCalls = counter("scripta_engine_calls", "Calls of an engine.", "stage", "result");
    private final Histogram engineSeconds = Histogram.builder()
            .name("scripta_engine_seconds")
            .help("How long an engine took.")
            .labelNames("stage")
            .classicOnly()
            .classicUpperBounds(ENGINE_SECONDS)
            .register(registry);
    private final Counter deferred = counter("scripta_deferred_saves", "Saves put into the backlog.");
    private final Counter drained = counter("scripta_drained_saves", "Saves of the backlog that were settled.");
    private final Counter deadLetters = counter("scripta_dead_letters", "Saves of the backlog that were given up.");

    /** Nothing counted yet. */
    public Meters() {
        List.of("created", "updated", "unchanged", "superseded", "conflict", "failed").forEach(saves::initLabelValues);
        List.of("granted", "in_work", "done", "postponed", "refused").forEach(claims::initLabelValues);
        for (Stage stage : Stage.values()) {
            engineSeconds.initLabelValues(label(stage));
            List.of("ok", "refused", "failed").forEach(result -> engineCalls.initLabelValues(label(stage), result));
        }
    }

    private Counter counter(String name, String help, String... labels) {
        return Counter.builder().name(name).help(help).labelNames(labels).register(registry);
    }

    /** Shows a number that is asked for at each look; {@code value} must be quick and thread-safe. */
    public void gauge(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(shown -> shown.call(value.getAsDouble()))
                .register(registry);
    }

    /** All of it, in Prometheus' text exposition format 0.0.4. */
    public String text() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(text, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    /** A recording was processed. Its result may have been there already, or another request's; or nothing keeps it. */
    public void processed(ProcessedRecording result) {
        replays.inc(result.replayed() ? 1 : 0);
        unsaved.inc(result.save().outcome() == SaveOutcome.UNSAVED ? 1 : 0);
    }

    /** So many saves that waited are settled: saved, or found to be saved or superseded. */
    public void drained(int settled) {
        drained.inc(settled);
    }

    void saved(String outcome) {
        saves.labelValues(outcome).inc();
    }

    void claimed(String answer) {
        claims.labelValues(answer).inc();
    }

    void engineCalled(Stage stage, String result, Duration took) {
        engineCalls.labelValues(label(stage), result).inc();
        engineSeconds.labelValues(label(stage)).observe(took.toNanos() / 1e9);
    }

    void deferred() {
        deferred.inc();
    }

    void gaveUp() {
        deadLetters.inc();
    }

    private static String label(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }
}
