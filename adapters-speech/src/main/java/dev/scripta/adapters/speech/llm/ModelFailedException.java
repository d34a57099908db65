package dev.scripta.adapters.speech.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a library threw, told without its words: those may repeat the transcript, as servers do that quote what they refuse.
 * Only what {@link ServerAnsweredException} took from the answer's own error members is told. Never leaves this package but as a cause.
 */
final class ModelFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private ModelFailedException(String message, Throwable thrown) {
        super(message);
        setStackTrace(thrown.getStackTrace());
    }

    static ModelFailedException of(Throwable thrown) {
        StringBuilder told = new StringBuilder();
        for (Throwable each : chain(thrown)) {
            told.append(told.isEmpty() ? "" : " by ").append(each.getClass().getSimpleName());
            OptionalInt status = Failures.status(each);
            status.ifPresent(code -> told.append(" (HTTP ").append(code).append(')'));
            if (each instanceof ServerAnsweredException answer) {
                told.append(": ").append(answer.words());
            }
        }
        return new ModelFailedException(told.toString(), thrown);
    }

    /** An answer that breaks these rules of the schema. */
    static ModelFailedException ofRules(String rules) {
        return new ModelFailedException("Rules of the schema that are not met:\n" + rules, new IllegalStateException());
    }

    /** It and its causes; a circle ends. */
    static List<Throwable> chain(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable each = thrown; each != null && !chain.contains(each); each = each.getCause()) {
            chain.add(each);
        }
        return chain;
    }
}
