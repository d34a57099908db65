package dev.scripta.archfixture.b2.core.port;

public interface Notes {}
