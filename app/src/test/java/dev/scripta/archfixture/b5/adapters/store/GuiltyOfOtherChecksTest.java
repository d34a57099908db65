package dev.scripta.archfixture.b5.adapters.store;

import dev.scripta.archfixture.b5.core.port.Notes;

/** A test, but not the contract. */
final class GuiltyOfOtherChecksTest {

    final Notes notes = new Plants.GuiltyOfOtherChecks();
}
