package dev.scripta.adapters.speech.llm;

import dev.langchain4j.exception.ContentFilteredException;
import dev.scripta.adapters.speech.llm.Verdict.Unusable;
import java.util.Optional;

/**
 * Answers that were made, and paid for, but not handed out, told by what was thrown instead: they count like any other that
 * cannot be used.
 */
final class Withheld {

    private Withheld() {}

    /** What is to be said of the answer; empty when there was none. */
    static Optional<Unusable> by(RuntimeException thrown) {
        return thrown instanceof ContentFilteredException
                ? Optional.of(Judge.refusal())
                : ServerAnsweredException.code(thrown).flatMap(Withheld::of);
    }

    private static Optional<Unusable> of(String code) {
        return switch (code) {
            // Azure
            case "content_filter" -> Optional.of(Judge.refusal());
            // Groq, of an answer that is not by the schema
            case "json_validate_failed" -> Optional.of(Judge.noJson());
            default -> Optional.empty();
        };
    }
}
