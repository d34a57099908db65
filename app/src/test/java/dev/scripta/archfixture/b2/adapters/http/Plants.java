package dev.scripta.archfixture.b2.adapters.http;

import dev.scripta.archfixture.b2.core.error.NoteException;
import dev.scripta.archfixture.b2.core.memory.NotesInMemory;
import dev.scripta.archfixture.b2.core.model.Note;
import dev.scripta.archfixture.b2.core.port.Notes;
import dev.scripta.archfixture.b2.core.usecase.TakeNotes;

/** A driving adapter calls use cases. */
final class Plants {

    private Plants() {}

    record GuiltyOfPort(Notes notes) {}

    record GuiltyOfMemory(NotesInMemory notes) {}

    record Innocent(TakeNotes useCase, Note note, NoteException failure) {}
}
