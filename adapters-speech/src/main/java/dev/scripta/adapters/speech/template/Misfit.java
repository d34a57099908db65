package dev.scripta.adapters.speech.template;

import java.util.Objects;

/**
 * A place where an analysis does not fit its template's schema.
 *
 * @param where JSON Pointer into the analysis; may hold words of the analysis, so never for a log
 * @param what what is wrong there; may hold words of the analysis, so never for a log
 * @param rule JSON Pointer into the schema, to the keyword that is not met: safe to show
 */
public record Misfit(String where, String what, String rule) {

    /** Checks presence. */
    public Misfit {
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(rule, "rule");
    }

    /** Prints the rule only. */
    @Override
    public String toString() {
        return "Misfit[" + rule + "]";
    }
}
