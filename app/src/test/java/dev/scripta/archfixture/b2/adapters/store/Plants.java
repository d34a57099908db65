package dev.scripta.archfixture.b2.adapters.store;

import dev.scripta.archfixture.b2.core.error.NoteException;
import dev.scripta.archfixture.b2.core.memory.NotesInMemory;
import dev.scripta.archfixture.b2.core.model.Note;
import dev.scripta.archfixture.b2.core.port.Notes;
import dev.scripta.archfixture.b2.core.tck.NotesContract;
import dev.scripta.archfixture.b2.core.usecase.TakeNotes;

/** A driven adapter implements ports. */
final class Plants {

    private Plants() {}

    record GuiltyOfUseCase(TakeNotes useCase) {}

    record GuiltyOfMemory(NotesInMemory notes) {}

    record GuiltyOfKit(NotesContract contract) {}

    record Innocent(Notes notes, Note note, NoteException failure) {}
}
