package dev.scripta.archfixture.a3.core.port;

import dev.scripta.archfixture.a3.core.memory.InnocentAdapter;

/** The adapter behind it depends on this package. */
interface GuiltyOfCycle {

    InnocentAdapter adapter();
}
