package dev.scripta.core.tck;

import static dev.scripta.core.tck.Broken.rule;

import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.model.ClaimRequest;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.EngineFailure;
import dev.scripta.core.port.JournalAnswer;
import dev.scripta.core.port.RecordingJournal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Journals that end work wrong, or begin it again. */
final class BrokenEndings {

    static final List<Broken<Function<Machine, RecordingJournal>>> ALL = List.of(
            rule("J03 J05 J11 J12 J13 J14 J15 J16 J19", "grants done work to a newer order",
                    machine -> new PlainJournal(
                            machine) {
                        @Override
                        Optional<JournalAnswer> answer(JournalRow row, ClaimRequest request) {
                            return super.answer(row, request)
                                    .filter(answer -> !row.isDone() || !request.order().isNewerThan(row.order()));
                        }
                    }),
            rule("J05", "believes a result for a year", machine -> new PlainJournal(machine) {
                @Override
                Optional<JournalAnswer> answer(JournalRow row, ClaimRequest request) {
                    boolean old = now().minus(Duration.ofDays(365)).isAfter(row.ended());
                    return super.answer(row, request).filter(answer -> !row.isDone() || !old);
                }
            }),
            rule("J03 J05 J08 J11 J12 J13 J14 J15 J16 J19", "tells the order that was asked with",
                    machine -> new PlainJournal(machine) {
                        @Override
                        Optional<JournalAnswer> answer(JournalRow row, ClaimRequest request) {
                            return super.answer(row, request).map(answer -> answer instanceof JournalAnswer.Done done
                                    ? new JournalAnswer.Done(request.order(), done.content())
                                    : answer);
                        }
                    }),
            rule("J05 J14 J15", "completes with the transcript of the checkpoint", machine -> new PlainJournal(
                    machine) {
                @Override
                public boolean complete(Claim claim, Content content) {
                    synchronized (store) {
                        return super.complete(claim, new Content(stored(claim.recording())
                                .flatMap(JournalRow::transcript)
                                .orElse(content.transcript()), content.analysis()));
                    }
                }
            }),
            rule("J03 J06 J08 J09 J12 J17", "grants postponed work at once", machine -> new PlainJournal(machine) {
                @Override
                boolean isOver(JournalRow row) {
                    return row.state() == JournalRow.State.POSTPONED || super.isOver(row);
                }
            }),
            rule("J06 J14 J16 J17", "postponed work rests for ever", machine -> new PlainJournal(machine) {
                @Override
                boolean isOver(JournalRow row) {
                    return row.state() != JournalRow.State.POSTPONED && super.isOver(row);
                }
            }),
            rule("J06 J17", "tells the whole rest, not what is left", machine -> new PlainJournal(machine) {
                @Override
                Duration left(JournalRow row) {
                    return ((JournalAnswer.Postponed) row.trouble().orElseThrow()).rest();
                }
            }),
            rule("J03 J06 J08 J09 J12 J14 J17", "a rest begins when the lease ends", machine -> new PlainJournal(
                    machine) {
                @Override
                JournalRow failed(JournalRow row, JournalRow.State how, JournalAnswer told, Duration time) {
                    JournalRow failed = super.failed(row, how, told, time);
                    return how == JournalRow.State.POSTPONED ? failed.until(row.until().plus(time)) : failed;
                }
            }),
            rule("J06", "a failure takes the transcript along", machine -> new PlainJournal(machine) {
                @Override
                JournalRow failed(JournalRow row, JournalRow.State how, JournalAnswer told, Duration time) {
                    return super.failed(row, how, told, time).with(Optional.empty());
                }
            }),
            rule("J06", "every failure is worth a retry", machine -> new PlainJournal(machine) {
                @Override
                public boolean postpone(Claim claim, EngineFailure failure, Duration rest) {
                    return super.postpone(claim, new EngineFailure(failure.stage(), failure.detail(), true,
                            failure.outcomeUnknown()), rest);
                }
            }),
            rule("J06", "forgets that an outcome is unknown", machine -> new PlainJournal(machine) {
                @Override
                public boolean postpone(Claim claim, EngineFailure failure, Duration rest) {
                    return super.postpone(claim,
                            new EngineFailure(failure.stage(), failure.detail(), failure.retryable()), rest);
                }
            }),
            rule("J06 J08 J14", "postponed work is granted with the old fence", machine -> new PlainJournal(machine) {
                @Override
                JournalRow again(JournalRow old, ClaimRequest request, Duration lease) {
                    return super.again(old, request, lease)
                            .withFence(old.state() == JournalRow.State.POSTPONED ? old.fence() : old.fence() + 1);
                }
            }),
            rule("J07 J16", "refused audio stays refused for ever", machine -> new PlainJournal(machine) {
                @Override
                boolean isOver(JournalRow row) {
                    return row.state() != JournalRow.State.REFUSED && super.isOver(row);
                }
            }),
            rule("J03 J07 J08 J12", "refused audio may be tried again at once", machine -> new PlainJournal(machine) {
                @Override
                boolean isOver(JournalRow row) {
                    return row.state() == JournalRow.State.REFUSED || super.isOver(row);
                }
            }),
            rule("J07", "a verdict stands until the lease ends", machine -> new PlainJournal(machine) {
                @Override
                JournalRow failed(JournalRow row, JournalRow.State how, JournalAnswer told, Duration time) {
                    JournalRow failed = super.failed(row, how, told, time);
                    return how == JournalRow.State.REFUSED ? failed.until(row.until()) : failed;
                }
            }),
            rule("J07 J08", "one reason stands for all", machine -> new PlainJournal(machine) {
                @Override
                public boolean refuse(Claim claim, Reason reason, String detail, Duration timeToLive) {
                    return super.refuse(claim, reason == Reason.TOO_LONG ? Reason.UNREADABLE : reason, detail,
                            timeToLive);
                }
            }),
            rule("J08 J10 J14 J17", "nothing is ever done anew", machine -> new PlainJournal(machine) {
                @Override
                boolean isAnew(JournalRow row, ClaimRequest request) {
                    return false;
                }
            }),
            rule("J08", "does anew whatever the order", machine -> new PlainJournal(machine) {
                @Override
                boolean isAnew(JournalRow row, ClaimRequest request) {
                    return request.reprocess() && !row.isInWork();
                }
            }),
            rule("J08", "an equal order is new enough", machine -> new PlainJournal(machine) {
                @Override
                boolean isAnew(JournalRow row, ClaimRequest request) {
                    return request.reprocess() && !row.isInWork() && !row.order().isNewerThan(request.order());
                }
            }),
            rule("J08", "only results are done anew", machine -> new PlainJournal(machine) {
                @Override
                boolean isAnew(JournalRow row, ClaimRequest request) {
                    return row.isDone() && super.isAnew(row, request);
                }
            }),
            rule("J08 J14", "does anew what goes on", machine -> new PlainJournal(machine) {
                @Override
                boolean isAnew(JournalRow row, ClaimRequest request) {
                    return request.reprocess() && request.order().isNewerThan(row.order());
                }
            }),
            rule("J08", "does anew what was left behind", machine -> new PlainJournal(machine) {
                @Override
                boolean isAnew(JournalRow row, ClaimRequest request) {
                    return request.reprocess() && request.order().isNewerThan(row.order())
                            && (!row.isInWork() || isOver(row));
                }
            }),
            rule("J08", "does anew from the old transcript", machine -> new PlainJournal(machine) {
                @Override
                JournalRow again(JournalRow old, ClaimRequest request, Duration lease) {
                    return super.again(old, request, lease).with(old.transcript());
                }
            }),
            rule("J08 J10 J17", "does anew for the old order", machine -> new PlainJournal(machine) {
                @Override
                JournalRow again(JournalRow old, ClaimRequest request, Duration lease) {
                    return super.again(old, request, lease).withOrder(old.order());
                }
            }));

    private BrokenEndings() {}
}
