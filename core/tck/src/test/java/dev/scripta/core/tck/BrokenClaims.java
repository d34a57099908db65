package dev.scripta.core.tck;

import static dev.scripta.core.tck.Broken.rule;

import dev.scripta.core.model.Claim;
import dev.scripta.core.model.ClaimRequest;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.JournalAnswer;
import dev.scripta.core.port.RecordingJournal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Journals that grant wrong, or for the wrong time. */
final class BrokenClaims {

    private static final Sha256 ANY_AUDIO = Sha256.of(new byte[0]);

    static final List<Broken<Function<Machine, RecordingJournal>>> ALL = List.of(
            rule("J01 J03 J11 J13 J14 J16 J17 J19", "counts fences from 2", machine -> new PlainJournal(machine) {
                @Override
                JournalRow first(ClaimRequest request, Duration lease) {
                    return super.first(request, lease).withFence(2);
                }
            }),
            rule("J01 J02 J03 J05 J06 J07 J08 J10 J11 J12 J13 J14 J15 J16 J17 J19",
                    "gives the first claim an order of its own",
                    machine -> new PlainJournal(machine) {
                        @Override
                        JournalRow first(ClaimRequest request, Duration lease) {
                            return super.first(request, lease).withOrder(new Order(request.order().value() / 2));
                        }
                    }),
            rule("J01 J02 J03 J04 J06 J07 J08 J09 J11 J14 J16 J19", "grants to all who ask",
                    machine -> new PlainJournal(
                            machine) {
                        @Override
                        boolean isOver(JournalRow row) {
                            return super.isOver(row) || row.isInWork();
                        }
                    }),
            rule("J01 J04 J09", "asking lengthens the lease", machine -> new PlainJournal(machine) {
                @Override
                Optional<JournalAnswer> answer(JournalRow row, ClaimRequest request) {
                    Optional<JournalAnswer> answer = super.answer(row, request);
                    if (row.isInWork() && answer.isPresent()) {
                        store.rows.put(row.key(), renewed(row, Duration.ofMinutes(30)));
                    }
                    return answer;
                }
            }),
            rule("J01", "the asker's lease counts", machine -> new PlainJournal(machine) {
                @Override
                JournalAnswer claimed(ClaimRequest request, Duration lease, Optional<JournalRow> known) {
                    return super.claimed(request, lease, known.map(row -> row.isInWork()
                            && end(lease).isBefore(row.until()) ? kept(renewed(row, lease)) : row));
                }

                private JournalRow kept(JournalRow row) {
                    store.rows.put(row.key(), row);
                    return row;
                }
            }),
            rule("J01 J17 J18", "the key has no owner", machine -> new PlainJournal(machine) {
                @Override
                RecordingKey keyed(RecordingKey recording) {
                    return new RecordingKey(new ConversationKey(OwnerId.LOCAL, recording.conversation().session()),
                            recording.audio());
                }
            }),
            rule("J01 J03 J04 J06 J07 J08 J09 J12 J14 J16 J17", "the key has no session", machine -> new PlainJournal(
                    machine) {
                @Override
                RecordingKey keyed(RecordingKey recording) {
                    return new RecordingKey(new ConversationKey(recording.conversation().owner(), new SessionId("s")),
                            recording.audio());
                }
            }),
            rule("J01 J05 J10 J11 J13 J14 J17 J18 J19", "the key has no audio", machine -> new PlainJournal(machine) {
                @Override
                RecordingKey keyed(RecordingKey recording) {
                    return new RecordingKey(recording.conversation(), ANY_AUDIO);
                }
            }),
            rule("J01", "sessions differ in more than letter case", machine -> new PlainJournal(machine) {
                @Override
                RecordingKey keyed(RecordingKey recording) {
                    ConversationKey key = recording.conversation();
                    return new RecordingKey(new ConversationKey(key.owner(),
                            new SessionId(key.session().value().toLowerCase(Locale.ROOT))), recording.audio());
                }
            }),
            rule("J01", "owners are trimmed", machine -> new PlainJournal(machine) {
                @Override
                RecordingKey keyed(RecordingKey recording) {
                    ConversationKey key = recording.conversation();
                    return new RecordingKey(new ConversationKey(new OwnerId(key.owner().value().strip()),
                            key.session()), recording.audio());
                }
            }),
            rule("J01 J02 J03 J04 J05 J08 J09 J11 J12 J13 J14 J15 J16 J17 J18 J19", "a lease never ends",
                    machine -> new PlainJournal(machine) {
                        @Override
                        boolean isOver(JournalRow row) {
                            return !row.isInWork() && super.isOver(row);
                        }
                    }),
            rule("J02 J05 J06 J07 J08 J14 J15 J16 J17", "a take-over brings a new order", machine -> new PlainJournal(
                    machine) {
                @Override
                JournalRow again(JournalRow old, ClaimRequest request, Duration lease) {
                    return super.again(old, request, lease).withOrder(request.order());
                }
            }),
            rule("J02 J03 J06 J07 J08 J13 J14 J16 J17", "a take-over keeps the fence", machine -> new PlainJournal(
                    machine) {
                @Override
                JournalRow again(JournalRow old, ClaimRequest request, Duration lease) {
                    return super.again(old, request, lease).withFence(old.fence());
                }
            }),
            rule("J02 J03 J06 J08 J12 J13 J14 J15 J17", "a take-over begins from nothing", machine -> new PlainJournal(
                    machine) {
                @Override
                JournalRow again(JournalRow old, ClaimRequest request, Duration lease) {
                    return super.again(old, request, lease).with(Optional.empty());
                }
            }),
            rule("J02 J14", "a second take-over has no lease", machine -> new PlainJournal(machine) {
                @Override
                JournalRow again(JournalRow old, ClaimRequest request, Duration lease) {
                    return super.again(old, request, lease).until(old.fence() > 1 ? now() : end(lease));
                }
            }),
            rule("J02", "the first checkpoint counts", machine -> new PlainJournal(machine) {
                @Override
                JournalRow noted(JournalRow row, Transcript transcript, Duration lease) {
                    return super.noted(row, row.transcript().orElse(transcript), lease);
                }
            }),
            rule("J04 J09", "takes a missing end of a lease for work left behind", machine -> new PlainJournal(
                    machine) {
                @Override
                JournalRow renewed(JournalRow row, Duration lease) {
                    return row.until(Instant.MIN);
                }
            }),
            rule("J04", "a renewal adds to the lease", machine -> new PlainJournal(machine) {
                @Override
                JournalRow renewed(JournalRow row, Duration lease) {
                    return row.until(row.until().plus(lease));
                }
            }),
            rule("J04", "a renewal never shortens", machine -> new PlainJournal(machine) {
                @Override
                JournalRow renewed(JournalRow row, Duration lease) {
                    return row.until(row.until().isAfter(end(lease)) ? row.until() : end(lease));
                }
            }),
            rule("J04 J09", "a renewal is not written", machine -> new PlainJournal(machine) {
                @Override
                JournalRow renewed(JournalRow row, Duration lease) {
                    return row;
                }
            }),
            rule("J04", "a checkpoint does not renew", machine -> new PlainJournal(machine) {
                @Override
                JournalRow noted(JournalRow row, Transcript transcript, Duration lease) {
                    return super.noted(row, transcript, lease).until(row.until());
                }
            }),
            rule("J04 J13", "a lease that has ended is lost", machine -> new PlainJournal(machine) {
                @Override
                boolean mayWrite(Write what, JournalRow row, Claim claim) {
                    return super.mayWrite(what, row, claim) && !isOver(row);
                }
            }),
            rule("J09", "leases end by the program's clock", machine -> new PlainJournal(machine) {
                @Override
                Instant end(Duration time) {
                    return machine.now().plus(time);
                }
            }),
            rule("J09", "leases are compared with the program's clock", machine -> new PlainJournal(machine) {
                @Override
                boolean isOver(JournalRow row) {
                    return !machine.now().isBefore(row.until());
                }
            }),
            rule("J09", "the retention is counted by the program's clock", machine -> new PlainJournal(machine) {
                @Override
                boolean isPurged(JournalRow row, Instant before) {
                    return super.isPurged(row, before.plus(machine.ahead()));
                }
            }),
            rule("J09", "the rest that is left is told by the program's clock", machine -> new PlainJournal(machine) {
                @Override
                Duration left(JournalRow row) {
                    return super.left(row).minus(machine.ahead());
                }
            }));

    private BrokenClaims() {}
}
