package dev.scripta.archfixture.a5.app;

import java.time.Instant;

/** The application is where time comes from. */
final class Innocent {
    final Instant value = Instant.now();
}
