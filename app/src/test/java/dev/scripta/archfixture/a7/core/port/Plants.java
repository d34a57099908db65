package dev.scripta.archfixture.a7.core.port;

import dev.scripta.archfixture.a7.core.model.Note;
import dev.scripta.archfixture.a7.core.usecase.TakeNotes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Ports speak the core's language. */
interface Plants {

    interface GuiltyOfParameter {

        void add(TakeNotes notes);
    }

    interface GuiltyOfTypeArgument {

        List<TakeNotes> notes();
    }

    interface GuiltyOfArray {

        TakeNotes[] notes();
    }

    interface GuiltyOfCheckedException {

        void add(Note note) throws IOException;
    }

    interface Innocent {

        Optional<Note> find(int[] numbers) throws UncheckedIOException;
    }
}
