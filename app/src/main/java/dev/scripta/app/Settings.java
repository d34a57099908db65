package dev.scripta.app;

import io.helidon.config.Config;
import io.helidon.config.ConfigValue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The configuration, read once: system properties, then the environment, then {@code application.yaml}. Each key is
 * described there.
 *
 * @param host {@code server.host}
 * @param port {@code server.port}
 * @param maxConnections {@code server.connections}
 * @param grace {@code server.grace}
 * @param dataDirectory {@code scripta.data.dir}
 * @param databaseUrl {@code scripta.database.url}; empty for the embedded database
 * @param poolSize {@code scripta.database.pool}
 * @param maxUpload {@code scripta.upload.limit}, bytes
 * @param maxField {@code scripta.upload.field}, bytes
 * @param readTimeout {@code scripta.upload.patience}
 * @param speechWorkers {@code scripta.speech.workers}
 * @param speechTimeout {@code scripta.speech.timeout}
 * @param maxDuration {@code scripta.speech.limit}
 * @param ffmpeg {@code scripta.speech.ffmpeg}; empty to look for it
 */
record Settings(String host, int port, int maxConnections, Duration grace, Path dataDirectory,
        Optional<String> databaseUrl, int poolSize, long maxUpload, int maxField, Duration readTimeout,
        int speechWorkers, Duration speechTimeout, Duration maxDuration, Optional<Path> ffmpeg) {

    static Settings from(Config config) {
        return new Settings(read(config, "server.host", Config::asString), read(config, "server.port", Config::asInt),
                read(config, "server.connections", Config::asInt), duration(config, "server.grace"),
                Path.of(read(config, "scripta.data.dir", Config::asString)).toAbsolutePath().normalize(),
                text(config, "scripta.database.url"), read(config, "scripta.database.pool", Config::asInt),
                read(config, "scripta.upload.limit", Config::asLong),
                read(config, "scripta.upload.field", Config::asInt), duration(config, "scripta.upload.patience"),
                read(config, "scripta.speech.workers", Config::asInt), duration(config, "scripta.speech.timeout"),
                duration(config, "scripta.speech.limit"),
                text(config, "scripta.speech.ffmpeg").map(Path::of));
    }

    private static Optional<String> text(Config config, String key) {
        return Optional.of(read(config, key, Config::asString)).filter(text -> !text.isBlank());
    }

    private static Duration duration(Config config, String key) {
        return read(config, key, value -> value.as(Duration.class));
    }

    private static <T> T read(Config config, String key, Function<Config, ConfigValue<T>> as) {
        try {
            return as.apply(config.get(key)).get();
        } catch (RuntimeException e) {
            throw new StartupException(environmentName(key) + " (" + key + ") is missing or has a wrong form.", e);
        }
    }

    private static String environmentName(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
