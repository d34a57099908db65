package dev.scripta.adapters.http.page;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whose pages, beside the server's own, may call the API from a browser.
 *
 * @param allowed origins as browsers send them: scheme, host and, unless it is the scheme's own, port; kept in lower case
 */
public record Origins(Set<String> allowed) {

    /** The server's own pages alone. */
    public static final Origins OWN = new Origins(Set.of());

    /** RFC 6454 section 6.2, in lower case. */
    private static final Pattern FORM = Pattern.compile(
            "[a-z][a-z0-9+.-]*://(?:[a-z0-9._-]+|\\[[0-9a-f:.]+])(?::[0-9]{1,5})?");

    /**
     * Checks the origins.
     *
     * @throws IllegalArgumentException for what is no origin: there is no wildcard, and {@code null} is no site's
     */
    public Origins {
        allowed = allowed.stream().map(Origins::checked).collect(Collectors.toUnmodifiableSet());
    }

    private static String checked(String origin) {
        String lower = origin.toLowerCase(Locale.ROOT);
        if (!FORM.matcher(lower).matches()) {
            throw new IllegalArgumentException("an origin must be like https://pages.example or http://localhost:3000: "
                    + "scheme, host and port, without a path");
        }
        return lower;
    }

    boolean contain(String origin) {
        return allowed.contains(origin.toLowerCase(Locale.ROOT));
    }

    /** Whether this is the host, with its port, of an allowed origin. */
    boolean containHost(String host) {
        return allowed.stream().anyMatch(origin -> hostOf(origin).equalsIgnoreCase(host));
    }

    /** Host and port of an origin; empty for one that has none, as {@code null}. */
    static String hostOf(String origin) {
        int scheme = origin.indexOf("://");
        return scheme < 0 ? "" : origin.substring(scheme + 3);
    }
}
