package dev.scripta.core.model;

/**
 * Which part of a list.
 *
 * @param number from 1
 * @param size entries a page, 0 to {@link #MAX_SIZE}
 */
public record PageRequest(int number, int size) {

    /** The most entries a page can have. */
    public static final int MAX_SIZE = 50;

    /** Checks the bounds. */
    public PageRequest {
        if (number < 1) {
            throw new IllegalArgumentException("page must be 1 or more");
        }
        if (size < 0 || size > MAX_SIZE) {
            throw new IllegalArgumentException("limit must be 0 to " + MAX_SIZE);
        }
    }

    /** How many entries come before this page. */
    public long offset() {
        return (number - 1L) * size;
    }
}
