package dev.scripta.adapters.postgres;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A database URL as hosting platforms hand it out (PostgreSQL manual, "Connection URIs") or as JDBC writes it, taken
 * apart. No message repeats any part of the URL, for it may hold the password.
 *
 * @param jdbcUrl the URL for the driver, without user and password
 * @param user the user, decoded
 * @param password the password, decoded; empty when there is none
 */
record PostgresUrl(String jdbcUrl, String user, String password) {

    private static final String JDBC = "jdbc:postgresql://";
    private static final Pattern SEPARATOR = Pattern.compile("&");
    private static final String HOST = "(?:\\[[0-9A-Fa-f:.]+]|[^@:/?\\[\\],]+)(?::[0-9]{1,5})?";

    /** The password ends at the last at sign before the path: people forget to escape one inside it. */
    private static final Pattern FORM = Pattern.compile("(?:jdbc:postgresql|postgresql|postgres)://"
            + "(?:(?<user>[^:/?]*)(?::(?<password>[^/?]*))?@)?"
            + "(?<hosts>" + HOST + "(?:," + HOST + ")*)"
            + "/(?<database>[^/?@]+)(?:\\?(?<parameters>.*))?");

    static PostgresUrl parse(String url) {
        Matcher matcher = FORM.matcher(url);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "the database URL must look like postgresql://user:password@host:5432/database");
        }
        String user = group(matcher, "user").map(PostgresUrl::fromAuthority).orElse("");
        String password = group(matcher, "password").map(PostgresUrl::fromAuthority).orElse("");
        List<String> kept = new ArrayList<>();
        for (String parameter : SEPARATOR.splitAsStream(group(matcher, "parameters").orElse("")).toList()) {
            if (parameter.startsWith("user=")) {
                user = decoded(parameter.substring("user=".length()));
            } else if (parameter.startsWith("password=")) {
                password = decoded(parameter.substring("password=".length()));
            } else if (!parameter.isEmpty()) {
                kept.add(parameter);
            }
        }
        return new PostgresUrl(JDBC + matcher.group("hosts") + "/" + matcher.group("database")
                + (kept.isEmpty() ? "" : "?" + String.join("&", kept)), user, password);
    }

    /** Refuses a JDBC URL that carries credentials: they belong into fields that are never printed. */
    static void requirePlain(String jdbcUrl) {
        if (!jdbcUrl.startsWith(JDBC)) {
            throw new IllegalArgumentException("the JDBC URL must begin with " + JDBC);
        }
        PostgresUrl parsed = parse(jdbcUrl);
        if (!parsed.user.isEmpty() || !parsed.password.isEmpty()) {
            throw new IllegalArgumentException("the JDBC URL must not hold user or password");
        }
    }

    static String withoutParameters(String jdbcUrl) {
        int parameters = jdbcUrl.indexOf('?');
        return parameters < 0 ? jdbcUrl : jdbcUrl.substring(0, parameters);
    }

    /** Before the path a plus sign is a plus sign; only in parameters it stands for a blank, as the driver reads them. */
    private static String fromAuthority(String encoded) {
        return decoded(encoded.replace("+", "%2B"));
    }

    private static Optional<String> group(Matcher matcher, String name) {
        return Optional.ofNullable(matcher.group(name));
    }

    private static String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // Its message repeats what it could not decode, so it is not the cause.
            throw new IllegalArgumentException("the database URL holds a percent sign that escapes nothing");
        }
    }
}
