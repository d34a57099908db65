package dev.scripta.core.port;

/** Hears how far a stage of the work on one recording is. Calls come from any thread, in order, and must return at once. */
@FunctionalInterface
public interface Progress {

    /** Hears nothing. */
    Progress NONE = share -> {};

    /**
     * So much is done.
     *
     * @param share 0 to 1, never less than before
     */
    void reached(double share);
}
