/**
 * What every HTTP server needs below its routes: guarded connections, strict framing, streamed uploads and problem
 * documents. Knows nothing of the application.
 */
package dev.scripta.adapters.http.transport;
