package dev.scripta.archfixture.a5.core.model;

import java.time.Instant;
import java.util.UUID;

/** The core is no exception. */
final class Plants {

    private Plants() {}

    static final class GuiltyOfNow {
        final Instant value = Instant.now();
    }

    static final class GuiltyOfRandomId {
        final UUID value = UUID.randomUUID();
    }
}
