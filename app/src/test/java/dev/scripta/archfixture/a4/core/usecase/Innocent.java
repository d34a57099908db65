package dev.scripta.archfixture.a4.core.usecase;

import dev.scripta.archfixture.a4.core.model.Note;
import dev.scripta.archfixture.a4.core.port.Notes;
import java.time.Clock;

/** Takes all that a use case may take. */
public final class Innocent {

    private final Notes notes;

    public Innocent(Notes notes, Note note, OrderClock orders, Clock clock) {
        this.notes = notes;
    }

    public String work() {
        return new Step().notes().toString();
    }

    /** A part of the use case, not another one. */
    final class Step {

        Notes notes() {
            return notes;
        }
    }
}
