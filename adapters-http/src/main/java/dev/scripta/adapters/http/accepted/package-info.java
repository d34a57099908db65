/**
 * Recordings that were accepted for work, on disk until that work is done: what a crash interrupted is finished after it,
 * without the client. {@code Intake} takes them in, {@code Worker} works on them, {@code Shelf} keeps them as long as
 * {@code Retention} says, {@code Sweep} goes on with what was interrupted, and {@code Inventory} tells what there is.
 */
package dev.scripta.adapters.http.accepted;
