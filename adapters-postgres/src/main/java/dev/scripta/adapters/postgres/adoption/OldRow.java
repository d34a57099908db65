package dev.scripta.adapters.postgres.adoption;

/** One row of a table of the older system. */
interface OldRow {

    long id();
}
