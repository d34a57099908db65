package dev.scripta.archfixture.a7.core.model;

public record Note() {}
