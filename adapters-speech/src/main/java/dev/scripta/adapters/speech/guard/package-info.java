/**
 * What stands between Scripta and an engine that can be away, slow or overloaded: a bounded number of calls at a time, a
 * circuit breaker, and repetitions only where nothing is paid twice.
 */
package dev.scripta.adapters.speech.guard;
