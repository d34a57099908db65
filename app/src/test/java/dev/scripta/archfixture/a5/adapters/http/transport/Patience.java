package dev.scripta.archfixture.a5.adapters.http.transport;

/** Exempt by its name. */
final class Patience {
    final long began = System.nanoTime();
}
