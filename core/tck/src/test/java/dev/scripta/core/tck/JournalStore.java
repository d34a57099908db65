package dev.scripta.core.tck;

import dev.scripta.core.model.RecordingKey;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the instances of a {@link PlainJournal} share. Guarded by itself. */
final class JournalStore {

    final Map<RecordingKey, JournalRow> rows = new LinkedHashMap<>();
    final MovedClock clock = new MovedClock();
    final Gate everyThread = new Gate(AtOnce.THREADS);
}
