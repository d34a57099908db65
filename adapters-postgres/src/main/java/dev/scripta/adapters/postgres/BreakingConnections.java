package dev.scripta.adapters.postgres;

import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.jdbc.JdbcConnectionPool;
import io.helidon.faulttolerance.CircuitBreaker;
import io.helidon.faulttolerance.CircuitBreakerOpenException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Lets calls fail at once while the database is away, rather than each after the pool's time limit. One failure to connect
 * opens the breaker; after the delay one call at a time is let through to see. Thread-safe.
 */
final class BreakingConnections implements JdbcConnectionPool {

    /** How long nobody tries. */
    static final Duration DELAY = Duration.ofSeconds(1);

    /** How often a call queues for the pool's time limit, which is made for a database that is away. */
    private static final int TURNS = 5;

    private static final int ALL = 100;

    private final JdbcConnectionPool pool;
    private final CircuitBreaker breaker;
    private final AtomicReference<UnreachedException> last =
            new AtomicReference<>(new UnreachedException(new SQLException("never tried")));

    BreakingConnections(JdbcConnectionPool pool, Duration delay) {
        this.pool = pool;
        // Of the last one call all failed. What else goes wrong than reaching the database says that it is there.
        this.breaker = CircuitBreaker.create(config -> config.name("scripta-database")
                .volume(1)
                .errorRatio(ALL)
                .successThreshold(1)
                .delay(delay)
                .addApplyOn(UnreachedException.class));
    }

    @Override
    public Connection connection() {
        try {
            return breaker.invoke(this::tried);
        } catch (CircuitBreakerOpenException e) {
            throw last.get();
        }
    }

    private Connection tried() {
        for (int turn = 1;; turn++) {
            try {
                return pool.connection();
            } catch (DbClientException e) {
                if (e.getCause() instanceof SQLException failure && Trouble.isUnreached(failure)) {
                    UnreachedException unreached = new UnreachedException(failure);
                    last.set(unreached);
                    throw unreached;
                }
                if (turn == TURNS || !isQueueing(e)) {
                    throw e;
                }
            }
        }
    }

    /** Whether the database is there, and others have the connections. */
    private static boolean isQueueing(DbClientException e) {
        return e.getCause() instanceof SQLTransientConnectionException && e.getCause().getCause() == null;
    }

    /** Whether calls fail without trying. */
    boolean isOpen() {
        return breaker.state() == CircuitBreaker.State.OPEN;
    }

    /** Lets calls through: somebody has reached the database on another way. */
    void reached() {
        breaker.state(CircuitBreaker.State.CLOSED);
    }

    @Override
    public String dbType() {
        return pool.dbType();
    }
}
