package dev.scripta.app;

/** Engines of tests: ready from the beginning, with nothing to load or to let go of. */
interface ReadyEngines extends Engines {

    @Override
    default void warmUp() {}

    @Override
    default String status() {
        return "ready";
    }

    @Override
    default void close() {}
}
