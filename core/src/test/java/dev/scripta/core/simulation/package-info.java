/**
 * The use cases in a world of chance: virtual time, a seeded scheduler, faults at every boundary. One seed is one world; the
 * same seed is the same world again, step by step.
 */
package dev.scripta.core.simulation;
