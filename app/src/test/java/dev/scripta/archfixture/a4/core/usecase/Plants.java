package dev.scripta.archfixture.a4.core.usecase;

import java.util.concurrent.Executor;

/** Use cases stand alone. */
public final class Plants {

    private Plants() {}

    public static class GuiltyOfBeingOpen {

        GuiltyOfBeingOpen(Stores stores) {}
    }

    public static final class GuiltyOfAppetite {

        GuiltyOfAppetite(Stores stores, Executor threads) {}
    }

    public static final class GuiltyOfTakingAnother {

        GuiltyOfTakingAnother(Stores stores, Innocent another) {}
    }

    public static final class GuiltyOfCallingAnother {

        GuiltyOfCallingAnother(Stores stores) {}

        String call(Object another) {
            return ((Innocent) another).work();
        }
    }
}
