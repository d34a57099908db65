package dev.scripta.adapters.speech.llm;

import dev.scripta.adapters.speech.llm.Verdict.Unusable;

/** Carries what is to be said of a withheld answer through the guard, as which it is no failure. Never leaves this package. */
final class WithheldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Unusable verdict;

    WithheldException(Unusable verdict) {
        super(verdict.detail());
        this.verdict = verdict;
    }

    Unusable verdict() {
        return verdict;
    }
}
