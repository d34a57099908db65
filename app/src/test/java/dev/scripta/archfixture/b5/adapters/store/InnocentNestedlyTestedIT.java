package dev.scripta.archfixture.b5.adapters.store;

import dev.scripta.archfixture.b5.core.port.Notes;
import dev.scripta.archfixture.b5.core.tck.NotesContract;

/** Reaches what it tests by a detour. */
final class InnocentNestedlyTestedIT {

    private InnocentNestedlyTestedIT() {}

    static final class InOneSituation extends Situation {}

    abstract static class Situation extends NotesContract {

        @Override
        protected Notes notes() {
            return Stage.notes();
        }
    }

    static final class Stage {

        private Stage() {}

        static Notes notes() {
            return new Plants.InnocentNestedlyTested();
        }
    }
}
