/**
 * Recordings that were accepted for work, on disk until that work is done: what a crash interrupted is finished after it,
 * without the client.
 */
package dev.scripta.adapters.http.accepted;
