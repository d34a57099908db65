/** Adapters in memory, to start with: one process, lost at exit. */
package dev.scripta.core.memory;
