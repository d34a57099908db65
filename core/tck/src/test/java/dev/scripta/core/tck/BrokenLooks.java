package dev.scripta.core.tck;

import static dev.scripta.core.tck.Broken.rule;

import dev.scripta.core.model.EngineFailure.Stage;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.port.RecordingJournal;
import dev.scripta.core.port.RecordingNote;
import dev.scripta.core.port.RecordingState;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Journals that look wrong. */
final class BrokenLooks {

    static final List<Broken<Function<Machine, RecordingJournal>>> ALL = List.of(
            rule("J17", "sees no work whose lease has ended", machine -> new PlainJournal(machine) {
                @Override
                public Optional<RecordingNote> look(RecordingKey recording) {
                    return super.look(recording).filter(note -> !(note.state() instanceof RecordingState.InStage)
                            || stored(recording).filter(this::isLeased).isPresent());
                }
            }),
            rule("J17", "sees recognition until there is a result", machine -> new PlainJournal(machine) {
                @Override
                RecordingState seen(JournalRow row) {
                    return row.isInWork() ? new RecordingState.InStage(Stage.TRANSCRIPTION) : super.seen(row);
                }
            }),
            rule("J17", "tells rests that are over", machine -> new PlainJournal(machine) {
                @Override
                Duration restOf(JournalRow row) {
                    return left(row);
                }
            }),
            rule("J17", "takes work for idle from its claim on", machine -> new PlainJournal(machine) {
                @Override
                Duration idle(JournalRow row) {
                    return Duration.between(row.ended(), now());
                }
            }),
            rule("J17", "takes results for busy", machine -> new PlainJournal(machine) {
                @Override
                Duration idle(JournalRow row) {
                    return row.isDone() ? Duration.ZERO : super.idle(row);
                }
            }),
            rule("J17", "takes what was left for busy", machine -> new PlainJournal(machine) {
                @Override
                Duration idle(JournalRow row) {
                    return row.isInWork() ? Duration.ZERO : super.idle(row);
                }
            }),
            rule("J17", "claims what it looks at", machine -> new PlainJournal(machine) {
                @Override
                public Optional<RecordingNote> look(RecordingKey recording) {
                    Optional<RecordingNote> note = super.look(recording);
                    synchronized (store) {
                        stored(recording).filter(JournalRow::isInWork)
                                .ifPresent(row -> store.rows.put(recording, row.withFence(row.fence() + 1)));
                    }
                    return note;
                }
            }),
            rule("J17", "renews what it looks at", machine -> new PlainJournal(machine) {
                @Override
                public Optional<RecordingNote> look(RecordingKey recording) {
                    synchronized (store) {
                        stored(recording).filter(this::isLeased)
                                .ifPresent(row -> store.rows.put(recording, row.until(end(JournalSteps.LEASE))));
                    }
                    return super.look(recording);
                }
            }),
            rule("J17", "looks at the audio alone", machine -> new PlainJournal(machine) {
                @Override
                public Optional<RecordingNote> look(RecordingKey recording) {
                    return super.look(recording).or(() -> rows()
                            .filter(row -> row.key().audio().equals(recording.audio()))
                            .findFirst()
                            .map(this::note));
                }
            }),
            rule("J17", "counts no attempts", machine -> new PlainJournal(machine) {
                @Override
                public Optional<RecordingNote> look(RecordingKey recording) {
                    return super.look(recording)
                            .map(note -> new RecordingNote(recording, note.order(), 1, note.state(), note.idle()));
                }
            }),
            rule("J18", "tells the smallest order first", machine -> new PlainJournal(machine) {
                @Override
                Stream<JournalRow> first(Stream<JournalRow> open, int limit) {
                    return open.sorted(Comparator.comparing(JournalRow::order)).limit(limit);
                }
            }),
            rule("J18", "tells all, however few are asked for", machine -> new PlainJournal(machine) {
                @Override
                Stream<JournalRow> first(Stream<JournalRow> open, int limit) {
                    return super.first(open, Integer.MAX_VALUE);
                }
            }),
            rule("J18", "tells the first it finds, in order", machine -> new PlainJournal(machine) {
                @Override
                Stream<JournalRow> first(Stream<JournalRow> open, int limit) {
                    return super.first(open.limit(limit), limit);
                }
            }),
            rule("J18", "takes what is postponed for ended", machine -> new PlainJournal(machine) {
                @Override
                boolean isOpen(JournalRow row) {
                    return row.isInWork();
                }
            }),
            rule("J18", "tells what is refused", machine -> new PlainJournal(machine) {
                @Override
                boolean isOpen(JournalRow row) {
                    return !row.isDone();
                }
            }),
            rule("J18", "tells what is done", machine -> new PlainJournal(machine) {
                @Override
                boolean isOpen(JournalRow row) {
                    return row.state() != JournalRow.State.REFUSED;
                }
            }),
            rule("J18", "tells only what is leased", machine -> new PlainJournal(machine) {
                @Override
                boolean isOpen(JournalRow row) {
                    return super.isOpen(row) && !isOver(row);
                }
            }),
            rule("J18", "tells what others wait for", machine -> new PlainJournal(machine) {
                @Override
                public List<RecordingNote> open(OwnerId owner, int limit) {
                    super.open(owner, limit);
                    return first(rows().filter(this::isOpen), limit).map(this::note).toList();
                }
            }),
            rule("J16", "opens nothing for a limit of 0", machine -> new PlainJournal(machine) {
                @Override
                public List<RecordingNote> open(OwnerId owner, int limit) {
                    return limit < 1 ? List.of() : super.open(owner, limit);
                }
            }));

    private BrokenLooks() {}
}
