package dev.scripta.archfixture.a3.core.port;

public interface Innocent {}
