/**
 * The contract kit: what every adapter of a port must do, as tests that it passes by extending one class.
 *
 * <p>
 * Test methods are named by the id of their rule, which the port's Javadoc repeats where it states the rule. The kit needs
 * JUnit Jupiter's API and nothing else.
 */
package dev.scripta.core.tck;
