package dev.scripta.archfixture.a4.core.usecase;

import dev.scripta.archfixture.a4.core.model.Note;
import dev.scripta.archfixture.a4.core.port.Notes;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** Takes all that a use case may take. */
public final class Innocent {

    private final Notes notes;

    public Innocent(Stores stores, Notes notes, Note note, Claims claims, OrderClock orders, Clock clock,
            RandomGenerator random) {
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
