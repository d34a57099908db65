package dev.scripta.archfixture.b1.core.model;

import dev.scripta.archfixture.b1.adapters.one.InnocentAdapter;
import dev.scripta.archfixture.b1.app.InnocentApplication;

/** Core knows nobody. */
final class Plants {

    private Plants() {}

    record GuiltyOfAdapter(InnocentAdapter adapter) {}

    record GuiltyOfApplication(InnocentApplication application) {}

    record Innocent() {}
}
