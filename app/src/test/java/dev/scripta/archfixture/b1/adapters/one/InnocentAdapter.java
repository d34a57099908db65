package dev.scripta.archfixture.b1.adapters.one;

public interface InnocentAdapter {}
