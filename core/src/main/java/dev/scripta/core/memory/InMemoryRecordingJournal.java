package dev.scripta.core.memory;

import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.ClaimRequest;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.EngineFailure;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.JournalAnswer;
import dev.scripta.core.port.RecordingJournal;
import dev.scripta.core.port.RecordingNote;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Keeps the journal in memory: one process, lost at exit. Thread-safe. */
public final class InMemoryRecordingJournal implements RecordingJournal {

    private final Map<RecordingKey, JournalEntry> entries = new HashMap<>();
    private final Clock clock;

    /** An empty journal whose leases end by this clock. */
    public InMemoryRecordingJournal(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public synchronized JournalAnswer claim(ClaimRequest request, Duration lease) {
        Instant now = clock.instant();
        Instant until = now.plus(rounded(lease));
        Optional<JournalEntry> known = Optional.ofNullable(entries.get(request.recording()));
        Optional<JournalAnswer> answer = known.flatMap(entry -> entry.answer(request, now));
        if (answer.isPresent()) {
            return answer.get();
        }
        JournalEntry claimed = known.map(entry -> entry.claimedAgain(request, now, until))
                .orElseGet(() -> JournalEntry.first(request, now, until));
        entries.put(request.recording(), claimed);
        return new JournalAnswer.Granted(
                new Claim(request.recording(), claimed.order(), claimed.fence(), claimed.transcript()));
    }

    @Override
    public boolean renew(Claim claim, Duration lease) {
        Duration time = rounded(lease);
        return write(claim, entry -> entry.leasedUntil(clock.instant().plus(time)));
    }

    @Override
    public boolean checkpoint(Claim claim, Transcript transcript, Duration lease) {
        Objects.requireNonNull(transcript, "transcript");
        Duration time = rounded(lease);
        return write(claim, entry -> entry.leasedUntil(clock.instant().plus(time)).with(transcript));
    }

    @Override
    public boolean complete(Claim claim, Content content) {
        JournalEntry.Done done = new JournalEntry.Done(content, content.fingerprint());
        return write(claim, entry -> entry.ended(done, clock.instant(), Duration.ZERO));
    }

    @Override
    public boolean postpone(Claim claim, EngineFailure failure, Duration rest) {
        Objects.requireNonNull(failure, "failure");
        Duration time = rounded(rest);
        return write(claim, entry -> entry.ended(new JournalEntry.Postponed(failure), clock.instant(), time));
    }

    @Override
    public boolean refuse(Claim claim, Reason reason, String detail, Duration timeToLive) {
        JournalAnswer.Refused verdict = new JournalAnswer.Refused(reason, detail);
        Duration time = rounded(timeToLive);
        return write(claim, entry -> entry.ended(new JournalEntry.Refused(verdict), clock.instant(), time));
    }

    @Override
    public synchronized Optional<RecordingNote> look(RecordingKey recording) {
        Objects.requireNonNull(recording, "recording");
        Instant now = clock.instant();
        return Optional.ofNullable(entries.get(recording)).map(entry -> entry.note(recording, now));
    }

    @Override
    public synchronized List<RecordingNote> open(OwnerId owner, int limit) {
        Objects.requireNonNull(owner, "owner");
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be 1 or more");
        }
        Instant now = clock.instant();
        return entries.entrySet()
                .stream()
                .filter(known -> known.getKey().conversation().owner().equals(owner) && known.getValue().isOpen())
                .sorted(Map.Entry.comparingByValue(Comparator.comparing(JournalEntry::order).reversed()))
                .limit(limit)
                .map(known -> known.getValue().note(known.getKey(), now))
                .toList();
    }

    @Override
    public synchronized Optional<Order> orderOf(ConversationKey conversation, Sha256 fingerprint) {
        Objects.requireNonNull(fingerprint, "fingerprint");
        return doneOf(conversation)
                .filter(entry -> ((JournalEntry.Done) entry.state()).fingerprint().equals(fingerprint))
                .map(JournalEntry::order)
                .max(Comparator.naturalOrder());
    }

    @Override
    public synchronized void forget(ConversationKey conversation) {
        Objects.requireNonNull(conversation, "conversation");
        Instant now = clock.instant();
        entries.entrySet()
                .removeIf(known -> known.getKey().conversation().equals(conversation)
                        && !known.getValue().isLeasedAt(now));
    }

    @Override
    public synchronized boolean discard(RecordingKey recording) {
        Objects.requireNonNull(recording, "recording");
        Instant now = clock.instant();
        boolean forgotten = Optional.ofNullable(entries.get(recording))
                .filter(entry -> !entry.isDone() && !entry.isLeasedAt(now))
                .isPresent();
        if (forgotten) {
            entries.remove(recording);
        }
        return forgotten;
    }

    @Override
    public synchronized int purge(Duration retention) {
        Instant before = clock.instant().minus(rounded(retention));
        int all = entries.size();
        Map<RecordingKey, JournalEntry> old = new HashMap<>(entries);
        old.values().removeIf(entry -> !entry.isOverBefore(before));
        old.entrySet().removeIf(known -> isNewestDone(known.getKey().conversation(), known.getValue()));
        entries.keySet().removeAll(old.keySet());
        return all - entries.size();
    }

    private boolean isNewestDone(ConversationKey conversation, JournalEntry entry) {
        return entry.state() instanceof JournalEntry.Done
                && doneOf(conversation).noneMatch(other -> other.order().isNewerThan(entry.order()));
    }

    private Stream<JournalEntry> doneOf(ConversationKey conversation) {
        Objects.requireNonNull(conversation, "conversation");
        return entries.entrySet()
                .stream()
                .filter(known -> known.getKey().conversation().equals(conversation))
                .map(Map.Entry::getValue)
                .filter(entry -> entry.state() instanceof JournalEntry.Done);
    }

    private synchronized boolean write(Claim claim, UnaryOperator<JournalEntry> change) {
        Optional<JournalEntry> held = Optional.ofNullable(entries.get(claim.recording()))
                .filter(entry -> entry.isHeldBy(claim));
        held.ifPresent(entry -> entries.put(claim.recording(), change.apply(entry)));
        return held.isPresent();
    }

    private static Duration rounded(Duration time) {
        Duration rounded = time.truncatedTo(ChronoUnit.MILLIS);
        if (rounded.compareTo(Duration.ZERO) <= 0) {
            throw new IllegalArgumentException("the time must be a millisecond or more");
        }
        return rounded;
    }
}
