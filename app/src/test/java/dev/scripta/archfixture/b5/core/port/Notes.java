package dev.scripta.archfixture.b5.core.port;

public interface Notes {}
