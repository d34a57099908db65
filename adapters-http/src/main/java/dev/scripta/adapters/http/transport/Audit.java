package dev.scripta.adapters.http.transport;

import java.lang.System.Logger.Level;

/**
 * Tells who did what that matters for security, one line each, to the logger {@value #LOGGER}. Accounts and what belongs to
 * them are told by their numbers; addresses, names and texts never. Thread-safe.
 */
public final class Audit {

    /** The logger's name: operators send its lines where they keep such things. */
    public static final String LOGGER = "dev.scripta.audit";

    private final System.Logger log = System.getLogger(LOGGER);

    /** A writer of audit lines. */
    public Audit() {}

    /**
     * Tells what somebody did whom an account is known for, as {@code sign-in account=42 outcome=accepted}.
     *
     * @param event what was tried, in lower case and with hyphens
     * @param account the account's number
     * @param outcome what became of it, one word
     */
    public void tell(String event, long account, String outcome) {
        log.log(Level.INFO, () -> event + " account=" + account + " outcome=" + outcome);
    }

    /**
     * Tells what somebody did to something of theirs, as {@code delete account=42 conversation=7 outcome=done}.
     *
     * @param event what was tried
     * @param account the account's number
     * @param kind what it was done to, one word
     * @param number which one
     * @param outcome what became of it, one word
     */
    public void tell(String event, long account, String kind, long number, String outcome) {
        log.log(Level.INFO, () -> event + " account=" + account + " " + kind + "=" + number + " outcome=" + outcome);
    }

    /** Tells what somebody tried for whom no account is known. */
    public void tell(String event, String outcome) {
        log.log(Level.INFO, () -> event + " account=unknown outcome=" + outcome);
    }
}
