package dev.scripta.adapters.http.export;

/** A document became too long. Carries no stack trace: it is an answer, not a fault. */
final class TooManyPagesException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooManyPagesException() {
        super("more than " + PdfDocument.MOST_PAGES + " pages", null, false, false);
    }
}
