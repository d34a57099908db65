package dev.scripta.core.tck;

import static dev.scripta.core.tck.Broken.rule;

import dev.scripta.core.model.Claim;
import dev.scripta.core.model.Content;
import dev.scripta.core.port.RecordingJournal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Journals that let the wrong claim write. */
final class BrokenFences {

    static final List<Broken<Function<Machine, RecordingJournal>>> ALL = Stream
            .of(Stream.of(PlainJournal.Write.values()).map(BrokenFences::unfenced),
                    Stream.of(PlainJournal.Write.values()).map(BrokenFences::reopening),
                    Stream.of(PlainJournal.Write.values()).map(BrokenFences::fencedByNumberAlone), others())
            .flatMap(twins -> twins)
            .toList();

    private BrokenFences() {}

    /** Whether a late result and a take-over exclude each other is seen at the result. */
    private static String fenced(PlainJournal.Write write) {
        return write == PlainJournal.Write.COMPLETE ? "J03 J14" : "J03";
    }

    private static Broken<Function<Machine, RecordingJournal>> unfenced(PlainJournal.Write unguarded) {
        return rule(fenced(unguarded), "no fence guards " + unguarded, machine -> new PlainJournal(machine) {
            @Override
            boolean mayWrite(Write what, JournalRow row, Claim claim) {
                return super.mayWrite(what, row, claim)
                        || (what == unguarded && row.isInWork() && row.order().equals(claim.order()));
            }
        });
    }

    private static Broken<Function<Machine, RecordingJournal>> reopening(PlainJournal.Write unguarded) {
        return rule(fenced(unguarded), "ended work may be written by " + unguarded, machine -> new PlainJournal(
                machine) {
            @Override
            boolean mayWrite(Write what, JournalRow row, Claim claim) {
                return super.mayWrite(what, row, claim) || (what == unguarded && row.order().equals(claim.order())
                        && row.fence() == claim.fence());
            }
        });
    }

    private static Broken<Function<Machine, RecordingJournal>> fencedByNumberAlone(PlainJournal.Write unguarded) {
        return rule("J15", "the fence alone guards " + unguarded, machine -> new PlainJournal(machine) {
            @Override
            boolean mayWrite(Write what, JournalRow row, Claim claim) {
                return super.mayWrite(what, row, claim)
                        || (what == unguarded && row.isInWork() && row.fence() == claim.fence());
            }
        });
    }

    private static Stream<Broken<Function<Machine, RecordingJournal>>> others() {
        return Stream.of(
                rule("J03 J14 J15", "writes unconditionally", machine -> new PlainJournal(machine) {
                    @Override
                    boolean mayWrite(Write what, JournalRow row, Claim claim) {
                        return true;
                    }
                }),
                rule("J03", "a greater fence will do", machine -> new PlainJournal(machine) {
                    @Override
                    boolean mayWrite(Write what, JournalRow row, Claim claim) {
                        return row.isInWork() && row.order().equals(claim.order()) && claim.fence() >= row.fence();
                    }
                }),
                rule("J03", "completes what it does not know", machine -> new PlainJournal(machine) {
                    @Override
                    public boolean complete(Claim claim, Content content) {
                        synchronized (store) {
                            store.rows.computeIfAbsent(claim.recording(), key -> JournalRow.inWork(key, claim.order(),
                                    claim.fence(), now(), now()));
                            return super.complete(claim, content);
                        }
                    }
                }),
                rule("J03 J15", "deletes the claim of a failure", machine -> new PlainJournal(machine) {
                    @Override
                    boolean mayWrite(Write what, JournalRow row, Claim claim) {
                        if (what == Write.POSTPONE) {
                            store.rows.remove(row.key());
                        }
                        return super.mayWrite(what, row, claim);
                    }
                }));
    }
}
