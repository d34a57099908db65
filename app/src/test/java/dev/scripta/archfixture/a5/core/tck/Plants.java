package dev.scripta.archfixture.a5.core.tck;

import java.time.Instant;
import java.util.UUID;

/** The kit may make owners by chance, and nothing else. */
final class Plants {

    private Plants() {}

    static final class GuiltyOfNow {
        final Instant value = Instant.now();
    }

    static final class InnocentOwner {
        final UUID value = UUID.randomUUID();
    }
}
