package dev.scripta.archfixture.a4.core.model;

public record Note() {}
