/**
 * Takes over a database that the system before Scripta made. For this adapter alone: start with
 * {@link dev.scripta.adapters.postgres.PostgresDatabase#adopt}.
 */
package dev.scripta.adapters.postgres.adoption;
