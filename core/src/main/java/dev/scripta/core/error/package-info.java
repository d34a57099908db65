/** What can go wrong. */
package dev.scripta.core.error;
