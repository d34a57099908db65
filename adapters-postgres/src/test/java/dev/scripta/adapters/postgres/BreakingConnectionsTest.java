package dev.scripta.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.StorageFailedException;
import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.jdbc.JdbcConnectionPool;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
final class BreakingConnectionsTest {

    private static final int THREADS = 50;
    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration SOON = Duration.ofMillis(1);
    private static final Connection CONNECTION = (Connection) Proxy.newProxyInstance(
            BreakingConnectionsTest.class.getClassLoader(), new Class<?>[]{Connection.class},
            (proxy, method, arguments) -> {
                throw new AssertionError("not to be used");
            });

    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void one_failure_to_connect_lets_all_others_fail_without_trying() throws Exception {
        BreakingConnections connections = over(() -> {
            throw unreached("08001");
        }, NEVER);
        assertThrows(DbClientException.class, connections::connection);
        assertTrue(connections.isOpen());
        atOnce(() -> {
            for (int call = 0; call < 100; call++) {
                assertThrows(DbClientException.class, connections::connection);
            }
            return true;
        });
        assertEquals(1, tries.get());
    }

    /** The probe is held back until all others have failed: there cannot have been another one. */
    @Test
    void of_many_at_once_one_alone_tries_whether_the_database_is_back() throws Exception {
        CountDownLatch othersFailed = new CountDownLatch(THREADS - 1);
        BreakingConnections connections = over(() -> {
            if (tries.get() > 1) {
                await(othersFailed);
            }
            throw unreached("08001");
        }, SOON);
        assertThrows(DbClientException.class, connections::connection);
        awaitProbing(connections);
        atOnce(() -> {
            assertThrows(DbClientException.class, connections::connection);
            othersFailed.countDown();
            return true;
        });
        assertEquals(2, tries.get());
    }

    @Test
    void a_probe_that_connects_lets_all_through() throws Exception {
        BreakingConnections connections = over(() -> {
            if (tries.get() == 1) {
                throw unreached("08001");
            }
            return CONNECTION;
        }, SOON);
        assertThrows(DbClientException.class, connections::connection);
        awaitProbing(connections);
        assertInstanceOf(Connection.class, connections.connection());
        atOnce(connections::connection);
        assertEquals(2 + THREADS, tries.get());
    }

    @Test
    void somebody_who_reached_the_database_otherwise_ends_the_failing() {
        BreakingConnections connections = over(() -> {
            if (tries.get() == 1) {
                throw unreached("08001");
            }
            return CONNECTION;
        }, NEVER);
        assertThrows(DbClientException.class, connections::connection);
        connections.reached();
        assertInstanceOf(Connection.class, connections.connection());
    }

    /** Load is no outage: nobody fails because others have the connections. */
    @Test
    void a_pool_whose_connections_are_all_in_use_opens_nothing() {
        BreakingConnections connections = over(() -> {
            throw new DbClientException("none", new SQLTransientConnectionException("all in use"));
        }, NEVER);
        for (int call = 1; call <= 10; call++) {
            assertThrows(DbClientException.class, connections::connection);
            assertEquals(5 * call, tries.get());
        }
    }

    /** A burst is no outage either: with the database there, waiting is better than a save that is deferred. */
    @Test
    void a_call_queues_on_while_others_have_the_connections() {
        BreakingConnections connections = over(() -> {
            if (tries.get() < 5) {
                throw new DbClientException("none", new SQLTransientConnectionException("all in use"));
            }
            return CONNECTION;
        }, NEVER);
        assertInstanceOf(Connection.class, connections.connection());
    }

    @Test
    void a_server_that_has_no_room_for_more_opens_nothing() {
        BreakingConnections connections = over(() -> {
            throw unreached("53300");
        }, NEVER);
        assertThrows(DbClientException.class, connections::connection);
        assertFalse(connections.isOpen());
    }

    @Test
    void what_fails_at_once_fails_as_it_did_when_it_was_tried() {
        assertTrue(failureOnceOpen("08001").retryable());
        assertFalse(failureOnceOpen("28P01").retryable(), "wrong credentials do not get better by waiting");
        assertFalse(failureOnceOpen("3D000").retryable(), "nor does an unknown database");
    }

    private StorageFailedException failureOnceOpen(String state) {
        BreakingConnections connections = over(() -> {
            throw unreached(state);
        }, NEVER);
        assertThrows(DbClientException.class, connections::connection);
        assertTrue(connections.isOpen());
        return Attempts.failure(assertThrows(DbClientException.class, connections::connection));
    }

    private BreakingConnections over(Supplier<Connection> pool, Duration delay) {
        return new BreakingConnections(new JdbcConnectionPool() {
            @Override
            public Connection connection() {
                tries.incrementAndGet();
                return pool.get();
            }

            @Override
            public String dbType() {
                return "jdbc:postgresql";
            }
        }, delay);
    }

    private static DbClientException unreached(String state) {
        return new DbClientException("none", new SQLTransientConnectionException("none in time", state,
                new SQLException("the last failure to make one", state)));
    }

    private static void awaitProbing(BreakingConnections connections) {
        while (connections.isOpen()) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void atOnce(Callable<?> call) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Future<Object>> calls = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int i = 0; i < THREADS; i++) {
                calls.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            for (Future<Object> done : calls) {
                done.get();
            }
        }
    }
}
