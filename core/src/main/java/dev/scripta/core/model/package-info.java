/** Values: immutable, checked at birth, and such that every store can keep them. */
package dev.scripta.core.model;
