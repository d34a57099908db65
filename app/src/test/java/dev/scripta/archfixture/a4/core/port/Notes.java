package dev.scripta.archfixture.a4.core.port;

public interface Notes {}
