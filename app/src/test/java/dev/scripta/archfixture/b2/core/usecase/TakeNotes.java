package dev.scripta.archfixture.b2.core.usecase;

public interface TakeNotes {}
