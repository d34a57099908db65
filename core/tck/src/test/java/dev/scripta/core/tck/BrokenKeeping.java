package dev.scripta.core.tck;

import static dev.scripta.core.tck.Broken.rule;

import dev.scripta.core.model.Claim;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.port.RecordingJournal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Journals that recognise, forget or purge wrong. */
final class BrokenKeeping {

    static final List<Broken<Function<Machine, RecordingJournal>>> ALL = List.of(
            rule("J10", "tells the order of what was done last", machine -> new PlainJournal(machine) {
                @Override
                Optional<Order> chosen(Stream<JournalRow> same) {
                    return same.reduce((first, last) -> last).map(JournalRow::order);
                }
            }),
            rule("J10", "tells the oldest order", machine -> new PlainJournal(machine) {
                @Override
                Optional<Order> chosen(Stream<JournalRow> same) {
                    return same.map(JournalRow::order).min(Comparator.naturalOrder());
                }
            }),
            rule("J10 J12 J14", "recognises nothing", machine -> new PlainJournal(machine) {
                @Override
                Optional<Order> chosen(Stream<JournalRow> same) {
                    return Optional.empty();
                }
            }),
            rule("J10", "recognises other results", machine -> new PlainJournal(machine) {
                @Override
                public Optional<Order> orderOf(ConversationKey conversation, Sha256 fingerprint) {
                    return super.orderOf(conversation, fingerprint).flatMap(order -> chosen(rows()
                            .filter(row -> row.key().conversation().equals(conversation))));
                }
            }),
            rule("J10", "recognises results of other sessions", machine -> new PlainJournal(machine) {
                @Override
                public Optional<Order> orderOf(ConversationKey conversation, Sha256 fingerprint) {
                    return rows().map(row -> row.key().conversation())
                            .filter(key -> key.owner().equals(conversation.owner()))
                            .flatMap(key -> super.orderOf(key, fingerprint).stream())
                            .max(Comparator.naturalOrder());
                }
            }),
            rule("J10", "recognises results of other owners", machine -> new PlainJournal(machine) {
                @Override
                public Optional<Order> orderOf(ConversationKey conversation, Sha256 fingerprint) {
                    return rows().map(row -> row.key().conversation())
                            .filter(key -> key.session().equals(conversation.session()))
                            .flatMap(key -> super.orderOf(key, fingerprint).stream())
                            .max(Comparator.naturalOrder());
                }
            }),
            rule("J10", "hashes the words with their segments", machine -> new PlainJournal(machine) {
                @Override
                Optional<Order> chosen(Stream<JournalRow> same) {
                    return super.chosen(same.filter(row -> row.content()
                            .orElseThrow()
                            .transcript()
                            .segments()
                            .isEmpty()));
                }
            }),
            rule("J19", "discards nothing", machine -> new PlainJournal(machine) {
                @Override
                boolean isDiscarded(JournalRow row, RecordingKey recording) {
                    return false;
                }
            }),
            rule("J19", "discards without saying so", machine -> new PlainJournal(machine) {
                @Override
                public boolean discard(RecordingKey recording) {
                    super.discard(recording);
                    return false;
                }
            }),
            rule("J19", "discards results", machine -> new PlainJournal(machine) {
                @Override
                boolean isDiscarded(JournalRow row, RecordingKey recording) {
                    return row.key().equals(recording) && !isLeased(row);
                }
            }),
            rule("J19", "discards what goes on", machine -> new PlainJournal(machine) {
                @Override
                boolean isDiscarded(JournalRow row, RecordingKey recording) {
                    return row.key().equals(recording) && !row.isDone();
                }
            }),
            rule("J19", "never discards what was left behind", machine -> new PlainJournal(machine) {
                @Override
                boolean isDiscarded(JournalRow row, RecordingKey recording) {
                    return super.isDiscarded(row, recording) && !row.isInWork();
                }
            }),
            rule("J19", "never discards what is refused", machine -> new PlainJournal(machine) {
                @Override
                boolean isDiscarded(JournalRow row, RecordingKey recording) {
                    return super.isDiscarded(row, recording) && row.state() != JournalRow.State.REFUSED;
                }
            }),
            rule("J19", "discards the audio of all sessions", machine -> new PlainJournal(machine) {
                @Override
                boolean isDiscarded(JournalRow row, RecordingKey recording) {
                    return row.key().audio().equals(recording.audio()) && super.isDiscarded(row, row.key());
                }
            }),
            rule("J19", "discards all audio of the session", machine -> new PlainJournal(machine) {
                @Override
                boolean isDiscarded(JournalRow row, RecordingKey recording) {
                    return row.key().conversation().equals(recording.conversation()) && super.isDiscarded(row, row
                            .key());
                }
            }),
            rule("J16", "discards nothing at all in silence", machine -> new PlainJournal(machine) {
                @Override
                @SuppressWarnings("NullAway") // null is what this twin does not refuse
                public boolean discard(RecordingKey recording) {
                    return recording != null && super.discard(recording);
                }
            }),
            rule("J11 J12 J14 J15 J17", "forgets nothing", machine -> new PlainJournal(machine) {
                @Override
                boolean isForgotten(JournalRow row, ConversationKey conversation) {
                    return false;
                }
            }),
            rule("J11", "forgets results only", machine -> new PlainJournal(machine) {
                @Override
                boolean isForgotten(JournalRow row, ConversationKey conversation) {
                    return super.isForgotten(row, conversation) && row.isDone();
                }
            }),
            rule("J11", "forgets what goes on", machine -> new PlainJournal(machine) {
                @Override
                boolean isForgotten(JournalRow row, ConversationKey conversation) {
                    return row.key().conversation().equals(conversation);
                }
            }),
            rule("J11", "never forgets what was left behind", machine -> new PlainJournal(machine) {
                @Override
                boolean isForgotten(JournalRow row, ConversationKey conversation) {
                    return super.isForgotten(row, conversation) && !row.isInWork();
                }
            }),
            rule("J11", "forgets all sessions of the owner", machine -> new PlainJournal(machine) {
                @Override
                boolean isForgotten(JournalRow row, ConversationKey conversation) {
                    return row.key().conversation().owner().equals(conversation.owner()) && !isLeased(row);
                }
            }),
            rule("J11", "forgets the session of all owners", machine -> new PlainJournal(machine) {
                @Override
                boolean isForgotten(JournalRow row, ConversationKey conversation) {
                    return row.key().conversation().session().equals(conversation.session()) && !isLeased(row);
                }
            }),
            rule("J13 J15", "purges nothing", machine -> new PlainJournal(machine) {
                @Override
                boolean isPurged(JournalRow row, Instant before) {
                    return false;
                }
            }),
            rule("J09 J13", "purges at once", machine -> new PlainJournal(machine) {
                @Override
                boolean isPurged(JournalRow row, Instant before) {
                    return super.isPurged(row, now().plusSeconds(1));
                }
            }),
            rule("J13 J15", "purges results only", machine -> new PlainJournal(machine) {
                @Override
                boolean isPurged(JournalRow row, Instant before) {
                    return super.isPurged(row, before) && row.isDone();
                }
            }),
            rule("J13", "counts nothing", machine -> new PlainJournal(machine) {
                @Override
                public int purge(Duration retention) {
                    return super.purge(retention) / Integer.MAX_VALUE;
                }
            }),
            rule("J13", "purges what was claimed long ago", machine -> new PlainJournal(machine) {
                @Override
                boolean isPurged(JournalRow row, Instant before) {
                    return super.isPurged(row, before) || (row.isInWork() && row.ended().isBefore(before));
                }
            }),
            rule("J13", "never purges what was left behind", machine -> new PlainJournal(machine) {
                @Override
                boolean isPurged(JournalRow row, Instant before) {
                    return super.isPurged(row, before) && !row.isInWork();
                }
            }),
            rule("J13", "counts the retention from the claim", machine -> new PlainJournal(machine) {
                @Override
                public boolean complete(Claim claim, Content content) {
                    synchronized (store) {
                        Optional<Instant> claimed = stored(claim.recording()).map(JournalRow::ended);
                        boolean done = super.complete(claim, content);
                        stored(claim.recording()).filter(row -> done)
                                .ifPresent(row -> store.rows.put(row.key(), row.endedAt(claimed.orElseThrow())));
                        return done;
                    }
                }
            }),
            rule("J13", "purges the newest result, too", machine -> new PlainJournal(machine) {
                @Override
                boolean isNewestDone(JournalRow row) {
                    return false;
                }
            }),
            rule("J13", "the last to end is the newest", machine -> new PlainJournal(machine) {
                @Override
                boolean isNewestDone(JournalRow row) {
                    return row.isDone() && rows().filter(JournalRow::isDone)
                            .filter(other -> other.key().conversation().equals(row.key().conversation()))
                            .noneMatch(other -> other.ended().isAfter(row.ended()));
                }
            }),
            rule("J13 J15", "keeps the newest of whatever state", machine -> new PlainJournal(machine) {
                @Override
                boolean isNewestDone(JournalRow row) {
                    return rows().filter(other -> other.key().conversation().equals(row.key().conversation()))
                            .noneMatch(other -> other.order().isNewerThan(row.order()));
                }
            }),
            rule("J13", "keeps one result of each owner", machine -> new PlainJournal(machine) {
                @Override
                boolean isNewestDone(JournalRow row) {
                    return row.isDone() && rows().filter(JournalRow::isDone)
                            .filter(other -> isSameOwner(row, other))
                            .noneMatch(other -> other.order().isNewerThan(row.order()));
                }
            }),
            rule("J13", "keeps one result of each session, whoever owns it", machine -> new PlainJournal(machine) {
                @Override
                boolean isNewestDone(JournalRow row) {
                    return row.isDone() && rows().filter(JournalRow::isDone)
                            .filter(other -> isSameSession(row, other))
                            .noneMatch(other -> other.order().isNewerThan(row.order()));
                }
            }));

    private BrokenKeeping() {}

    private static boolean isSameOwner(JournalRow row, JournalRow other) {
        return row.key().conversation().owner().equals(other.key().conversation().owner());
    }

    private static boolean isSameSession(JournalRow row, JournalRow other) {
        return row.key().conversation().session().equals(other.key().conversation().session());
    }
}
