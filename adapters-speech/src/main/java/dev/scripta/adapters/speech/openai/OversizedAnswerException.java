package dev.scripta.adapters.speech.openai;

import java.io.IOException;

/** An answer does not end where answers do. */
final class OversizedAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    OversizedAnswerException() {
        super("the answer is longer than any");
    }
}
