package dev.scripta.archfixture.b2.core.error;

public interface NoteException {}
