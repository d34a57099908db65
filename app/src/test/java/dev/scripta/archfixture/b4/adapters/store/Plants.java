package dev.scripta.archfixture.b4.adapters.store;

import dev.scripta.archfixture.b4.core.port.Notes;

/** Adapters are there to be constructed. */
final class Plants {

    private Plants() {}

    static final class GuiltyOfHiding implements Notes {}

    public static class GuiltyOfBeingOpen implements Notes {}

    public static final class Innocent implements Notes {}
}
