package dev.scripta.app;

import dev.scripta.core.model.AudioSource;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** Scripta in the test's own process, with engines that the test plays. */
public final class PlayedScripta implements AutoCloseable {

    private final Resources resources = new Resources();
    private final PlayedEngines engines = new PlayedEngines();
    private final Settings settings;
    private final URI address;

    /**
     * Starts it on a free port.
     *
     * @param changes settings that are not the usual ones, by their keys
     */
    public PlayedScripta(Path data, String database, Map<String, String> changes) throws IOException {
        this.settings = Settings.from(Config.builder(ConfigSources.create(changes),
                ConfigSources.create(Map.of("server.port", "0", "server.admin.port", "0", "server.grace", "PT1S",
                        "scripta.data.dir", data.toString(), "scripta.database.url", database)),
                ConfigSources.classpath("application.yaml"))
                .disableEnvironmentVariablesSource()
                .disableSystemPropertiesSource()
                .build());
        try {
            String greeting = Service.start(settings, engines, Clock.systemUTC(), resources).greeting();
            this.address = URI.create(greeting.substring(greeting.indexOf("http://")));
        } catch (IOException | RuntimeException e) {
            resources.close();
            throw e;
        }
    }

    /** Where the page is. */
    public URI address() {
        return address;
    }

    /** What it works with. */
    public PlayedEngines engines() {
        return engines;
    }

    /** Works with the engines that come with it, from now on; returns when they have worked on one. */
    public void workForReal(Path warmUp) throws IOException {
        ConfiguredEngines real = new ConfiguredEngines(settings);
        real.analyzer().analyze(real.speechToText().transcribe(AudioSource.of(warmUp)));
        engines.delegate(real);
    }

    @Override
    public void close() {
        resources.close();
    }
}
