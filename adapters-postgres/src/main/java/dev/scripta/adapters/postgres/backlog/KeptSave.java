package dev.scripta.adapters.postgres.backlog;

import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.model.Displaced;

/**
 * What a file holds.
 *
 * @param save that waits
 * @param displaced what gave way to it
 */
record KeptSave(DeferredSave save, Displaced displaced) {}
