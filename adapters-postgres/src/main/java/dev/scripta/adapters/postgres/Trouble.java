package dev.scripta.adapters.postgres;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What to make of a failure, by its SQLSTATE (PostgreSQL manual, appendix A). */
enum Trouble {

    /** Another session was in the way and nothing was done: try again at once. */
    BUSY,
    /** The answer is missing, so it is unknown whether the statement took effect: repeat it, for ours are idempotent. */
    UNKNOWN,
    /** The database cannot be reached or takes no work now: nothing was done, and trying again at once is no use. */
    AWAY,
    /**
     * The database has trouble of its own, such as a broken disk or rights that somebody took away. It says nothing about
     * what was asked, which works once that is mended; trying again at once is no use.
     */
    UNWELL,
    /** The database does not know our tables: until somebody migrates it, and that may be this program when it is back. */
    NO_SCHEMA,
    /** It will never work. */
    REFUSED;

    private static final String NOT_REACHED = "";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /** Serialization failure, deadlock, lock timeout. */
    private static final Set<String> IN_THE_WAY = Set.of("40001", "40P01", "55P03");
    /** Completion unknown, cancelled (our statement timeout), session ended by an administrator, a crash or for idling. */
    private static final Set<String> ANSWER_LOST = Set.of("40003", "57014", "57P01", "57P02", "57P05");
    /** Starting up or shutting down, and a server that only reads, as after a failover. */
    private static final Set<String> NOT_NOW = Set.of("57P03", "25006");
    /** Undefined table, column or schema. */
    private static final Set<String> UNDEFINED = Set.of("42P01", "42703", "3F000");

    /**
     * The keys that races can meet; a second row under the id key, or an account's primary key, means that a random id was
     * taken. PostgreSQL itself never reports a primary key that ON CONFLICT names, but distributed kin of it do.
     */
    private static final Set<String> OUR_KEYS =
            Set.of("conversation_pkey", "conversation_id_key", "recording_journal_pkey", "account_pkey");

    /** No race is lost by trying again for an address: somebody else has it. */
    private static final String ADDRESS_KEY = "account_email_key";

    /** What the vendor's code threw, if it did. */
    static Optional<SQLException> vendors(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException vendors) {
                return Optional.of(vendors);
            }
        }
        return Optional.empty();
    }

    /** Whether another account has the address, which is no trouble but an answer. */
    static boolean isAddressTaken(SQLException failure) {
        return UNIQUE_VIOLATION.equals(failure.getSQLState()) && ADDRESS_KEY.equals(constraint(failure));
    }

    static Trouble of(SQLException failure) {
        // Without a state it never reached the server: the pool timed out or is closed, or the wait was interrupted.
        String state = Optional.ofNullable(failure.getSQLState()).orElse(NOT_REACHED);
        if (isBusy(state, failure)) {
            return BUSY;
        }
        if (isAway(state, failure)) {
            return AWAY;
        }
        if (ANSWER_LOST.contains(state) || state.startsWith("08")) {
            return UNKNOWN;
        }
        if (isUnwell(state)) {
            return UNWELL;
        }
        return UNDEFINED.contains(state) ? NO_SCHEMA : REFUSED;
    }

    /**
     * Whether no connection could be made. A pool tells so by the cause, which is the last failure to make one; without a
     * cause all connections were in use. A server that has no room for more is reached, and serves those it has.
     */
    static boolean isUnreached(SQLException failure) {
        return failure.getCause() instanceof SQLException reason
                && !Optional.ofNullable(reason.getSQLState()).orElse(NOT_REACHED).startsWith("53");
    }

    private static boolean isBusy(String state, SQLException failure) {
        return IN_THE_WAY.contains(state)
                || (state.equals(UNIQUE_VIOLATION) && OUR_KEYS.contains(constraint(failure)));
    }

    private static boolean isAway(String state, SQLException failure) {
        boolean noConnection = state.equals(NOT_REACHED) || failure instanceof SQLTransientConnectionException;
        return NOT_NOW.contains(state) || state.startsWith("53") || (noConnection && !isRefusal(state));
    }

    /** System errors and internal ones. */
    private static boolean isUnwell(String state) {
        return state.equals(INSUFFICIENT_PRIVILEGE) || state.startsWith("58") || state.startsWith("XX");
    }

    /** Wrong credentials and an unknown database do not get better by waiting. */
    private static boolean isRefusal(String state) {
        return state.startsWith("28") || state.startsWith("3D");
    }

    private static String constraint(SQLException failure) {
        return Optional.of(failure)
                .filter(PSQLException.class::isInstance)
                .map(PSQLException.class::cast)
                .map(PSQLException::getServerErrorMessage)
                .map(ServerErrorMessage::getConstraint)
                .orElse("");
    }
}
