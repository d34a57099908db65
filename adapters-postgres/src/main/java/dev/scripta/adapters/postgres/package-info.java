/**
 * Conversations on PostgreSQL, 12 or newer. Start with {@link dev.scripta.adapters.postgres.PostgresDatabase}; an embedder
 * with a pool of its own takes {@link dev.scripta.adapters.postgres.PostgresConversationRepository} and
 * {@link dev.scripta.adapters.postgres.PostgresSchema} instead.
 */
package dev.scripta.adapters.postgres;
