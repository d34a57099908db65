package dev.scripta.archfixture.a2.core.usecase;

public interface Plants {

    record Innocent(dev.scripta.archfixture.a2.core.port.Plants.Innocent inward) {}

    record Guilty(dev.scripta.archfixture.a2.core.memory.Plants.Innocent outward) {}
}
