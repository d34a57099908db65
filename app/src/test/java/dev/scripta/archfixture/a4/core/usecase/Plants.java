package dev.scripta.archfixture.a4.core.usecase;

import dev.scripta.archfixture.a4.core.port.Notes;
import java.util.concurrent.Executor;

/** Use cases stand alone. */
final class Plants {

    private Plants() {}

    static class GuiltyOfBeingOpen {

        GuiltyOfBeingOpen(Notes notes) {}
    }

    static final class GuiltyOfAppetite {

        GuiltyOfAppetite(Notes notes, Executor threads) {}
    }

    static final class GuiltyOfTakingAnother {

        GuiltyOfTakingAnother(Innocent another) {}
    }

    static final class GuiltyOfCallingAnother {

        GuiltyOfCallingAnother(Notes notes) {}

        String call(Object another) {
            return ((Innocent) another).work();
        }
    }
}
