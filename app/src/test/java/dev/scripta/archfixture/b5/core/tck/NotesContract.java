package dev.scripta.archfixture.b5.core.tck;

import dev.scripta.archfixture.b5.core.port.Notes;

public abstract class NotesContract {

    protected abstract Notes notes();
}
