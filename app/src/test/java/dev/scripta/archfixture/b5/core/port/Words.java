package dev.scripta.archfixture.b5.core.port;

/** Nobody wrote its contract. */
public interface Words {}
