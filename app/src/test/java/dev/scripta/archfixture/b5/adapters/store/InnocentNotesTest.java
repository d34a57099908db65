package dev.scripta.archfixture.b5.adapters.store;

import dev.scripta.archfixture.b5.core.port.Notes;
import dev.scripta.archfixture.b5.core.tck.NotesContract;

final class InnocentNotesTest extends NotesContract {

    @Override
    protected Notes notes() {
        return new Plants.InnocentNotes();
    }
}
