package dev.scripta.archfixture.b1.core.tck;

import dev.scripta.archfixture.b1.adapters.one.InnocentAdapter;
import dev.scripta.archfixture.b1.app.InnocentApplication;

/** The kit knows nobody but the core. */
final class Plants {

    private Plants() {}

    record GuiltyOfAdapter(InnocentAdapter adapter) {}

    record GuiltyOfApplication(InnocentApplication application) {}

    record Innocent() {}
}
