package dev.scripta.archfixture.b2.core.memory;

public interface NotesInMemory {}
