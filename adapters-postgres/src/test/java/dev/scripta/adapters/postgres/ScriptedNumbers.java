package dev.scripta.adapters.postgres;

import java.util.PrimitiveIterator;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/** Draws these numbers within any bounds, in this order. Not thread-safe. */
final class ScriptedNumbers implements RandomGenerator {

    private final PrimitiveIterator.OfLong next;

    ScriptedNumbers(long... numbers) {
        this.next = LongStream.of(numbers).iterator();
    }

    @Override
    public long nextLong() {
        return 0;
    }

    @Override
    public long nextLong(long origin, long bound) {
        return next.nextLong();
    }
}
