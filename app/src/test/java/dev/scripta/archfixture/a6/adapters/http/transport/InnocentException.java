package dev.scripta.archfixture.a6.adapters.http.transport;

/** Seen by the adapter around it and by nobody else. */
public final class InnocentException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
