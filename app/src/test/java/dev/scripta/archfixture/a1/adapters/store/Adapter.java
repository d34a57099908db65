package dev.scripta.archfixture.a1.adapters.store;

public interface Adapter {}
