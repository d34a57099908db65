/**
 * Saves that wait for the database, as files. They live beside the database adapter for two reasons: waiting on disk is what
 * storage does while its database is away, and both write the same JSON. Nothing here needs the database.
 */
package dev.scripta.adapters.postgres.backlog;
