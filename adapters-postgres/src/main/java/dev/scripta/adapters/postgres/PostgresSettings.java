package dev.scripta.adapters.postgres;

import java.util.Objects;

/**
 * Where the database is and how to use it.
 *
 * @param jdbcUrl {@code jdbc:postgresql://host:port/database?parameters}, without user and password
 * @param user who signs in
 * @param password the user's password; empty where the server asks for none. Never printed
 * @param poolSize the most connections open at once, 1 to 1000
 * @param timeouts how long to wait
 */
public record PostgresSettings(String jdbcUrl, String user, String password, int poolSize, PostgresTimeouts timeouts) {

    /** Enough for a few hundred saves a second; beyond twice the server's cores more connections only queue there. */
    public static final int DEFAULT_POOL_SIZE = 10;

    private static final int MAX_POOL_SIZE = 1000;

    /** Checks the parts. */
    public PostgresSettings {
        PostgresUrl.requirePlain(jdbcUrl);
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(timeouts, "timeouts");
        if (user.isBlank()) {
            throw new IllegalArgumentException("the database user must not be blank");
        }
        if (poolSize < 1 || poolSize > MAX_POOL_SIZE) {
            throw new IllegalArgumentException("the pool size must be 1 to " + MAX_POOL_SIZE);
        }
    }

    /**
     * Settings from one URL, with default pool size and timeouts.
     *
     * @param url {@code postgres://}, {@code postgresql://} or {@code jdbc:postgresql://}, then
     *            {@code user:password@host:port/database?parameters}. User and password are percent-decoded; they may also
     *            be the parameters {@code user} and {@code password}. The port may be left out (5432), the password too
     * @throws IllegalArgumentException when the URL is of another form or names no user; the message holds no part of it
     */
    public static PostgresSettings parse(String url) {
        PostgresUrl parsed = PostgresUrl.parse(url);
        return new PostgresSettings(parsed.jdbcUrl(), parsed.user(), parsed.password(), DEFAULT_POOL_SIZE,
                PostgresTimeouts.DEFAULT);
    }

    /** The same with another pool size. */
    public PostgresSettings withPoolSize(int size) {
        return new PostgresSettings(jdbcUrl, user, password, size, timeouts);
    }

    /** The same with other timeouts. */
    public PostgresSettings withTimeouts(PostgresTimeouts others) {
        return new PostgresSettings(jdbcUrl, user, password, poolSize, others);
    }

    /** Prints neither password nor parameters, for these may hold key passwords. */
    @Override
    public String toString() {
        return "PostgresSettings[" + PostgresUrl.withoutParameters(jdbcUrl) + ", user=" + user + ", poolSize="
                + poolSize + ", " + timeouts + "]";
    }
}
