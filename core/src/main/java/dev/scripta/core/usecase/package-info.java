/** What the core offers. */
package dev.scripta.core.usecase;
