package dev.scripta.archfixture.a3.core.memory;

import dev.scripta.archfixture.a3.core.port.Innocent;

/** Keeps something, as adapters in memory do. */
public final class InnocentAdapter implements Innocent {

    private int lastId;

    int nextId() {
        return ++lastId;
    }
}
