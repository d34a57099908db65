package dev.scripta.adapters.speech.llm;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a language model is that speaks OpenAI's chat API.
 *
 * @param url of the API, with or without {@code /v1}; or the whole address that questions go to, which ends with
 *            {@code /chat/completions}
 * @param key what to sign in with; empty for servers that ask for none
 * @param model its name there
 * @param connecting how long making a connection may take
 */
public record OpenAiChatSettings(URI url, Optional<String> key, String model, Duration connecting) {

    private static final Duration DEFAULT_CONNECTING = Duration.ofSeconds(10);
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Pattern SLASHES = Pattern.compile("/+$");
    private static final String CHAT = "/chat/completions";
    private static final Pattern VERSION = Pattern.compile(".*/v\\d[^/]*(/.*)?");
    /** What a header can carry. */
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]+");

    /** Checks the parts. */
    public OpenAiChatSettings {
        if (url.getScheme() == null || !SCHEMES.contains(url.getScheme()) || url.getHost() == null) {
            throw new IllegalArgumentException("url must begin with http:// or https:// and name a host");
        }
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("url must not hold a user, a query or a fragment");
        }
        if (key.filter(secret -> !KEY.matcher(secret).matches()).isPresent()) {
            throw new IllegalArgumentException("key must be visible ASCII characters without blanks");
        }
        if (model.isBlank()) {
            throw new IllegalArgumentException("model must not be blank");
        }
        if (!Objects.requireNonNull(connecting, "connecting").isPositive()) {
            throw new IllegalArgumentException("connecting must be positive");
        }
    }

    /** With ten seconds for a connection. */
    public OpenAiChatSettings(URI url, Optional<String> key, String model) {
        this(url, key, model, DEFAULT_CONNECTING);
    }

    /** The address that paths of the API follow: with {@code /v1} unless it names a version, or the whole path, already. */
    String base() {
        String plain = SLASHES.matcher(url.toString()).replaceFirst("");
        if (plain.endsWith(CHAT)) {
            return plain.substring(0, plain.length() - CHAT.length());
        }
        return VERSION.matcher(URI.create(plain).getPath()).matches() ? plain : plain + "/v1";
    }

    /** All but the key. */
    @Override
    public String toString() {
        return "OpenAiChatSettings[" + url + ", " + model + (key.isPresent() ? ", with a key]" : ", without a key]");
    }
}
