package dev.scripta.archfixture.b5.adapters.store;

import dev.scripta.archfixture.b5.core.port.Notes;
import dev.scripta.archfixture.b5.core.port.Words;

/** Implementers pass their port's contract. */
final class Plants {

    private Plants() {}

    static final class GuiltyOfBeingUntested implements Notes {}

    static final class GuiltyOfNoContract implements Words {}

    static final class GuiltyOfOtherChecks implements Notes {}

    static final class GuiltyInNameOnly implements Notes {}

    abstract static class InnocentBase implements Notes {}

    static final class InnocentNotes extends InnocentBase {}

    static final class InnocentNestedlyTested extends InnocentBase {}
}
