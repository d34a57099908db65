package dev.scripta.archfixture.b1.adapters.two;

import dev.scripta.archfixture.b1.adapters.one.InnocentAdapter;
import dev.scripta.archfixture.b1.app.InnocentApplication;

/** Adapters stand alone. */
final class Plants {

    private Plants() {}

    record GuiltyOfNeighbour(InnocentAdapter neighbour) {}

    record GuiltyOfApplication(InnocentApplication application) {}

    record Innocent() {}
}
