package dev.scripta.core.model;

/**
 * Which of two saves is the newer intent: given once to each request when it is accepted and kept by every retry. The
 * newest order wins, however long each took (design rule "order"). It orders; it does not tell the time.
 *
 * @param value roughly microseconds since 1970, raised where needed so that later acceptance means a greater value; not
 *            negative
 */
public record Order(long value) implements Comparable<Order> {

    /** Checks the value. */
    public Order {
        if (value < 0) {
            throw new IllegalArgumentException("order must not be negative");
        }
    }

    /** Whether this intent is newer than the other. */
    public boolean isNewerThan(Order other) {
        return value > other.value;
    }

    @Override
    public int compareTo(Order other) {
        return Long.compare(value, other.value);
    }
}
