package dev.scripta.archfixture.b4.core.port;

public interface Notes {}
