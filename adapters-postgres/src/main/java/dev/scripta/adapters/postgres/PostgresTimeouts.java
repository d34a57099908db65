package dev.scripta.adapters.postgres;

import java.time.Duration;

/**
 * How long to wait for the database before a call fails as "away" or "busy".
 *
 * @param connection for a free connection, and for a new one to be made; 250 ms or more
 * @param lock for a row another session holds
 * @param statement for one statement; more than {@code lock}
 */
public record PostgresTimeouts(Duration connection, Duration lock, Duration statement) {

    /** The pool refuses less. */
    private static final Duration SHORTEST_CONNECTION = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofHours(1);

    /** 3 s for a connection, 1 s for a lock, 10 s for a statement. */
    public static final PostgresTimeouts DEFAULT =
            new PostgresTimeouts(Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ofSeconds(10));

    /** Checks the bounds. */
    public PostgresTimeouts {
        if (connection.compareTo(SHORTEST_CONNECTION) < 0 || connection.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("the connection timeout must be 250 ms to 1 h");
        }
        if (lock.toMillis() < 1 || lock.compareTo(statement) >= 0 || statement.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("the lock timeout must be 1 ms or more, and less than the statement's");
        }
    }

    /** When a silent socket counts as broken: after the server had every chance to end the statement itself. */
    Duration socket() {
        return statement.plus(connection);
    }
}
