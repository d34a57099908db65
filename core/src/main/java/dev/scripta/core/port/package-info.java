/** What the core needs of the world. Each port's Javadoc is its contract; the contract kit tests it. */
package dev.scripta.core.port;
