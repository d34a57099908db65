package dev.scripta.archfixture.a2.core.model;

public interface Plants {

    record Innocent(Object inward) {}

    record Guilty(dev.scripta.archfixture.a2.core.port.Plants.Innocent outward) {}
}
