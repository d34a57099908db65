/** How recordings stand that were accepted: told once, or as it changes. */
package dev.scripta.adapters.http.recording;
