package dev.scripta.app;

import io.helidon.config.Config;
import io.helidon.config.ConfigValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads settings by their keys; whoever set one to something wrong is told which. */
final class Keys {

    /** No setting is meant for longer, and sums of such times do not overflow. */
    private static final Duration LONGEST = Duration.ofDays(3650);

    private static final String OPENAI = "api.openai.com";

    /** What a header can carry. */
    private static final Pattern VISIBLE = Pattern.compile("[!-~]+");

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

    /** Must be set. */
    String required(String key) {
        return optional(key).orElseThrow(() -> new StartupException(name(key) + " must be set."));
    }

    /** An absolute http or https URL. */
    URI url(String key) {
        try {
            URI url = new URI(required(key).strip());
            return require(key, url, List.of("http", "https").contains(String.valueOf(url.getScheme()))
                    && url.getHost() != null, "a URL that begins with http:// or https://");
        } catch (URISyntaxException e) {
            throw new StartupException(name(key) + " is no URL.", e);
        }
    }

    /** The key to this server; OpenAI's own demands one. */
    Optional<String> key(String key, URI server) {
        Optional<String> given = optional(key).map(String::strip);
        if (given.isEmpty() && OPENAI.equalsIgnoreCase(server.getHost())) {
            throw new StartupException(name(key) + " must be set, for " + OPENAI + " demands a key.");
        }
        return require(key, given, given.stream().allMatch(VISIBLE.asMatchPredicate()),
                "visible ASCII characters without blanks");
    }

    /** One of the constants, by its name in lower case. */
    <E extends Enum<E>> E choice(String key, Class<E> choices) {
        String chosen = text(key).strip();
        return Stream.of(choices.getEnumConstants())
                .filter(choice -> choice.name().toLowerCase(Locale.ROOT).equals(chosen))
                .findFirst()
                .orElseThrow(() -> new StartupException(name(key) + " must be one of "
                        + Stream.of(choices.getEnumConstants())
                                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    boolean flag(String key) {
        return read(key, Config::asBoolean);
    }

    /** What is checked elsewhere: whoever set it to something wrong is told which key it was. */
    <T> T checked(String key, Supplier<T> value) {
        return StartupException.unlessRefused(name(key), value);
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

    /** So many or more. */
    long bytes(String key, long least) {
        long bytes = bytes(key);
        return require(key, bytes, bytes >= least, least + " or more");
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
