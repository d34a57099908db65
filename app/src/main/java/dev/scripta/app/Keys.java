package dev.scripta.app;

import io.helidon.config.Config;
import io.helidon.config.ConfigValue;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads settings by their keys; whoever set one to something wrong is told which. */
final class Keys {

    /** No setting is meant for longer, and sums of such times do not overflow. */
    private static final Duration LONGEST = Duration.ofDays(3650);

    private final Config config;

    Keys(Config config) {
        this.config = config;
    }

    String text(String key) {
        return read(key, Config::asString);
    }

    /** Empty when nothing stands there. */
    Optional<String> optional(String key) {
        return Optional.of(text(key)).filter(text -> !text.isBlank());
    }

    int number(String key) {
        return read(key, Config::asInt);
    }

    long bytes(String key) {
        return read(key, Config::asLong);
    }

    Duration time(String key) {
        return read(key, value -> value.as(Duration.class));
    }

    /** At least this long. */
    Duration time(String key, Duration least) {
        Duration time = time(key);
        return require(key, time, time.compareTo(least) >= 0 && time.compareTo(LONGEST) <= 0,
                least + " to " + LONGEST.toDays() + " days");
    }

    /** One or more. */
    int count(String key) {
        int count = number(key);
        return require(key, count, count >= 1, "1 or more");
    }

    /** One or more. */
    long room(String key) {
        long bytes = bytes(key);
        return require(key, bytes, bytes >= 1, "1 or more");
    }

    private <T> T read(String key, Function<Config, ConfigValue<T>> as) {
        try {
            return as.apply(config.get(key)).get();
        } catch (RuntimeException e) {
            throw new StartupException(name(key) + " is missing or has a wrong form.", e);
        }
    }

    private static <T> T require(String key, T value, boolean fits, String rule) {
        if (!fits) {
            throw new StartupException(name(key) + " must be " + rule + ".");
        }
        return value;
    }

    private static String name(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_') + " (" + key + ")";
    }
}
