/**
 * Conversations and the journal of recordings on PostgreSQL, 12 or newer. Start with
 * {@link dev.scripta.adapters.postgres.PostgresDatabase}; an embedder with a pool of its own takes
 * {@link dev.scripta.adapters.postgres.PostgresConversationRepository},
 * {@link dev.scripta.adapters.postgres.PostgresRecordingJournal} and {@link dev.scripta.adapters.postgres.PostgresSchema}
 * instead.
 */
package dev.scripta.adapters.postgres;
