package dev.scripta.core.simulation;

/** Unwinds a thread of a process that is dead: no port call gets past it, and nothing may take it for a failure. */
final class CrashError extends Error {

    private static final long serialVersionUID = 1L;

    CrashError() {
        super("the process is dead", null, false, false);
    }
}
