package dev.scripta.adapters.http.admin;

import java.util.List;

/**
 * Whether the service can do all of its work, as seen now.
 *
 * @param checks what was looked at, in the order in which to tell it
 */
public record Readiness(List<Check> checks) {

    /** Takes a copy. */
    public Readiness {
        checks = List.copyOf(checks);
    }

    /** Whether everything is well. */
    public boolean ready() {
        return checks.stream().allMatch(Check::passed);
    }

    /**
     * One thing that was looked at.
     *
     * @param name of the thing, such as "database"
     * @param passed whether it is well
     */
    public record Check(String name, boolean passed) {

        /** Checks the name. */
        public Check {
            if (name.isBlank()) {
                throw new IllegalArgumentException("a check needs a name");
            }
        }
    }
}
