package dev.scripta.archfixture.b2.core.tck;

public interface NotesContract {}
