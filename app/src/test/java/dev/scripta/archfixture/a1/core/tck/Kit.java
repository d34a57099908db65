package dev.scripta.archfixture.a1.core.tck;

public interface Kit {}
