package dev.scripta.core.tck;

import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.model.Displaced;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What outlives a {@link PlainBacklog}: as good as a folder. */
final class Medium {

    final Map<String, DeferredSave> files = new LinkedHashMap<>();
    final Map<String, Displaced> displaced = new LinkedHashMap<>();
    final List<DeferredSave> dead = new ArrayList<>();
    final Gate everyThread = new Gate(AtOnce.THREADS);
    final int mostEntries;
    final long mostBytes;

    Medium(int mostEntries, long mostBytes) {
        this.mostEntries = mostEntries;
        this.mostBytes = mostBytes;
    }
}
