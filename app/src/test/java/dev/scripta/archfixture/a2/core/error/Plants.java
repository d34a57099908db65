package dev.scripta.archfixture.a2.core.error;

public interface Plants {

    record Innocent(dev.scripta.archfixture.a2.core.model.Plants.Innocent inward) {}

    record Guilty(dev.scripta.archfixture.a2.core.port.Plants.Innocent outward) {}
}
