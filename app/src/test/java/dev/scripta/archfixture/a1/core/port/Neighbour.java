package dev.scripta.archfixture.a1.core.port;

public interface Neighbour {}
