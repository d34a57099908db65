package dev.scripta.archfixture.a7.core.usecase;

public final class TakeNotes {}
