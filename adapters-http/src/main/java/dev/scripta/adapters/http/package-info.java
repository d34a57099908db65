/** The HTTP API on Helidon: it translates requests into calls of the core and results into JSON. */
package dev.scripta.adapters.http;
