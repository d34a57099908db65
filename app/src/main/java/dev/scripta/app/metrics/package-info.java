/** What the service counts of its own work, and the decorators of the ports that do the counting. */
package dev.scripta.app.metrics;
