package dev.scripta.adapters.postgres.adoption;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/** What had to be repaired of one row. Not thread-safe. */
final class Repairs {

    private final Set<Repair> made = EnumSet.noneOf(Repair.class);

    void note(Repair repair) {
        made.add(repair);
    }

    /** The value as it is stored, or another if the model refuses it. */
    <T> T unlessRefused(Supplier<? extends T> asStored, Repair repair, Supplier<? extends T> instead) {
        try {
            return asStored.get();
        } catch (IllegalArgumentException refused) {
            note(repair);
            return instead.get();
        }
    }

    /** The text with a replacement character for each one that no store can keep. */
    String storable(String text) {
        if (text.codePoints().noneMatch(Repairs::isRefused)) {
            return text;
        }
        note(Repair.CHARACTERS);
        return text.codePoints()
                .map(c -> isRefused(c) ? '\ufffd' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isRefused(int codePoint) {
        return codePoint == 0 || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }

    Set<Repair> made() {
        return Set.copyOf(made);
    }
}
