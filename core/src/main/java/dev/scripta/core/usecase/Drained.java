package dev.scripta.core.usecase;

/**
 * What became of the saves that waited.
 *
 * @param settled saved, or found to be saved or superseded
 * @param givenUp refused by the store for good
 * @param storeAway whether the store was found away, so that the others were not tried
 */
public record Drained(int settled, int givenUp, boolean storeAway) {

    /** Checks the numbers. */
    public Drained {
        if (settled < 0 || givenUp < 0) {
            throw new IllegalArgumentException("nothing can become of less than none");
        }
    }
}
