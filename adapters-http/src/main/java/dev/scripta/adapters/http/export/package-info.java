/**
 * Conversations and analyses as documents: what people print, read, and lay under a recording. Knows formats, and nothing of
 * requests but what they prefer.
 */
package dev.scripta.adapters.http.export;
