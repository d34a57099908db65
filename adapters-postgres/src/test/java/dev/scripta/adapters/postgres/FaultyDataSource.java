package dev.scripta.adapters.postgres;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/** Real connections on which a test can let any call fail, before it does anything or after it was done. */
final class FaultyDataSource {

    private static final Fault NONE = new Fault("", "", When.BEFORE, 0, "");

    private static final String SAVED = "WITH saved AS (";

    private final DataSource real;
    private final AtomicReference<Fault> fault = new AtomicReference<>(NONE);
    private final AtomicInteger left = new AtomicInteger();
    private final List<String> statements = new CopyOnWriteArrayList<>();

    FaultyDataSource(DataSource real) {
        this.real = real;
    }

    /** The first word of each statement that was executed since this was asked last. */
    List<String> statements() {
        List<String> seen = List.copyOf(statements);
        statements.clear();
        return seen;
    }

    /** The data source to give to the adapter. */
    DataSource connections() {
        return wrap(DataSource.class, real, "");
    }

    /** From now on, that many calls of that method fail, for statements that begin so. */
    void fail(Fault next) {
        fault.set(next);
        left.set(next.times);
    }

    /** How many of the faults asked for have not happened. */
    int left() {
        return left.get();
    }

    private <T> T wrap(Class<T> type, Object target, String sql) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            String statement = method.getName().equals("prepareStatement") ? core((String) arguments[0]) : sql;
            if (target instanceof PreparedStatement && method.getName().startsWith("execute")) {
                statements.add(statement.split("\\s", 2)[0]);
            }
            throwIf(When.BEFORE, method.getName(), statement);
            Object result;
            try {
                result = method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            throwIf(When.AFTER, method.getName(), statement);
            return wrapped(result, statement);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, handler));
    }

    /** A save begins with what it saves, though its words are written beside. */
    private static String core(String sql) {
        return sql.startsWith(SAVED) ? sql.substring(SAVED.length()) : sql;
    }

    private Object wrapped(Object result, String sql) {
        if (result instanceof PreparedStatement) {
            return wrap(PreparedStatement.class, result, sql);
        }
        if (result instanceof Connection) {
            return wrap(Connection.class, result, sql);
        }
        return result instanceof ResultSet ? wrap(ResultSet.class, result, sql) : result;
    }

    private void throwIf(When when, String method, String sql) throws SQLException {
        Fault current = fault.get();
        if (current.when == when && current.method.equals(method) && sql.startsWith(current.statement)
                && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw new SQLException("planted failure", current.state);
        }
    }

    enum When {
        BEFORE, AFTER
    }

    /**
     * A failure to come.
     *
     * @param method of the JDBC interfaces
     * @param statement how the statement begins
     */
    record Fault(String method, String statement, When when, int times, String state) {}
}
