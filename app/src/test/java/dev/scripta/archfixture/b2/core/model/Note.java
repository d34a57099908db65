package dev.scripta.archfixture.b2.core.model;

public interface Note {}
