package dev.scripta.archfixture.b4.adapters.http.transport;

public interface Innocent {}
