package dev.scripta.core.model;

/**
 * Which of two saves is the newer intent: given once to each request when it is accepted and kept by every retry. The
 * newest order wins, however long each took (design rule "order"). It orders; it does not tell the time.
 *
 * @param value roughly microseconds since 1970, raised where needed so that later acceptance means a greater value; 0 to
 *            {@link #MAX_VALUE}
 */
public record Order(long value) implements Comparable<Order> {

    /** The greatest order, in the year 294,000: far enough below the type's own bound that one more always fits. */
    public static final long MAX_VALUE = Long.MAX_VALUE - (1L << 32);

    /** Checks the value. */
    public Order {
        if (value < 0 || value > MAX_VALUE) {
            throw new IllegalArgumentException("order must be 0 to " + MAX_VALUE);
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
