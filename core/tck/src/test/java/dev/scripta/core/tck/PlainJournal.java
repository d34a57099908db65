package dev.scripta.core.tck;

import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.ClaimRequest;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.EngineFailure;
import dev.scripta.core.model.EngineFailure.Stage;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.JournalAnswer;
import dev.scripta.core.port.RecordingJournal;
import dev.scripta.core.port.RecordingNote;
import dev.scripta.core.port.RecordingState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A right journal in small steps: a broken twin overrides one of them. */
class PlainJournal implements RecordingJournal {

    /** What may be written. */
    enum Write {
        RENEW,
        CHECKPOINT,
        COMPLETE,
        POSTPONE,
        REFUSE
    }

    final JournalStore store;
    final Machine machine;

    PlainJournal(Machine machine) {
        this.store = machine.store();
        this.machine = machine;
    }

    @Override
    public JournalAnswer claim(ClaimRequest request, Duration lease) {
        Objects.requireNonNull(request, "request");
        Duration time = checked(lease);
        synchronized (store) {
            return claimed(request, time, stored(request.recording()));
        }
    }

    JournalAnswer claimed(ClaimRequest request, Duration lease, Optional<JournalRow> known) {
        Optional<JournalAnswer> answer = known.flatMap(row -> answer(row, request));
        if (answer.isPresent()) {
            return answer.get();
        }
        JournalRow row = known.map(old -> again(old, request, lease)).orElseGet(() -> first(request, lease));
        store.rows.put(keyed(request.recording()), row);
        return new JournalAnswer.Granted(new Claim(request.recording(), row.order(), row.fence(), row.transcript()));
    }

    /** What is said without granting. */
    Optional<JournalAnswer> answer(JournalRow row, ClaimRequest request) {
        if (isAnew(row, request) || (isOver(row) && !row.isDone())) {
            return Optional.empty();
        }
        return Optional.of(switch (row.state()) {
            case IN_WORK -> new JournalAnswer.InWork();
            case DONE -> new JournalAnswer.Done(row.order(), row.content().orElseThrow());
            case POSTPONED -> new JournalAnswer.Postponed(
                    ((JournalAnswer.Postponed) row.trouble().orElseThrow()).failure(), left(row));
            default -> row.trouble().orElseThrow();
        });
    }

    Duration left(JournalRow row) {
        return Duration.between(now(), row.until());
    }

    boolean isOver(JournalRow row) {
        return !now().isBefore(row.until());
    }

    boolean isAnew(JournalRow row, ClaimRequest request) {
        return request.reprocess() && !row.isInWork() && request.order().isNewerThan(row.order());
    }

    JournalRow first(ClaimRequest request, Duration lease) {
        return JournalRow.inWork(request.recording(), request.order(), 1, end(lease), now());
    }

    JournalRow again(JournalRow old, ClaimRequest request, Duration lease) {
        boolean anew = isAnew(old, request);
        return JournalRow.inWork(old.key(), anew ? request.order() : old.order(), old.fence() + 1, end(lease), now())
                .with(anew ? Optional.empty() : old.transcript());
    }

    @Override
    public boolean renew(Claim claim, Duration lease) {
        Duration time = checked(lease);
        return write(Write.RENEW, claim, row -> renewed(row, time));
    }

    JournalRow renewed(JournalRow row, Duration lease) {
        return row.until(end(lease));
    }

    @Override
    public boolean checkpoint(Claim claim, Transcript transcript, Duration lease) {
        Objects.requireNonNull(transcript, "transcript");
        Duration time = checked(lease);
        return write(Write.CHECKPOINT, claim, row -> noted(row, kept(transcript), time));
    }

    JournalRow noted(JournalRow row, Transcript transcript, Duration lease) {
        return row.with(Optional.of(transcript)).until(end(lease));
    }

    @Override
    public boolean complete(Claim claim, Content content) {
        Objects.requireNonNull(content, "content");
        return write(Write.COMPLETE, claim,
                row -> row.done(new Content(kept(content.transcript()), content.analysis()), now()));
    }

    @Override
    public boolean postpone(Claim claim, EngineFailure failure, Duration rest) {
        Duration time = checked(rest);
        JournalAnswer told = new JournalAnswer.Postponed(failure, time);
        return write(Write.POSTPONE, claim, row -> failed(row, JournalRow.State.POSTPONED, told, time));
    }

    @Override
    public boolean refuse(Claim claim, Reason reason, String detail, Duration timeToLive) {
        Duration time = checked(timeToLive);
        JournalAnswer told = new JournalAnswer.Refused(reason, detail);
        return write(Write.REFUSE, claim, row -> failed(row, JournalRow.State.REFUSED, told, time));
    }

    JournalRow failed(JournalRow row, JournalRow.State how, JournalAnswer told, Duration time) {
        return row.failed(how, told, end(time), now());
    }

    private boolean write(Write what, Claim claim, UnaryOperator<JournalRow> change) {
        Objects.requireNonNull(claim, "claim");
        synchronized (store) {
            Optional<JournalRow> held = stored(claim.recording()).filter(row -> mayWrite(what, row, claim));
            held.map(change).ifPresent(row -> store.rows.put(keyed(claim.recording()), row));
            return held.isPresent();
        }
    }

    /** The guard of every write. */
    boolean mayWrite(Write what, JournalRow row, Claim claim) {
        return row.isInWork() && row.order().equals(claim.order()) && row.fence() == claim.fence();
    }

    @Override
    public Optional<RecordingNote> look(RecordingKey recording) {
        Objects.requireNonNull(recording, "recording");
        synchronized (store) {
            return stored(recording).map(row -> note(row));
        }
    }

    final RecordingNote note(JournalRow row) {
        return new RecordingNote(row.key(), row.order(), row.fence(), seen(row), idle(row));
    }

    /** How long a row has been nobody's. */
    Duration idle(JournalRow row) {
        Instant since = row.isDone() ? row.ended() : row.until();
        return now().isBefore(since) ? Duration.ZERO : Duration.between(since, now());
    }

    /** How a row looks to somebody who does not ask for the work. */
    RecordingState seen(JournalRow row) {
        return switch (row.state()) {
            case IN_WORK -> new RecordingState.InStage(row.transcript().isPresent()
                    ? Stage.ANALYSIS
                    : Stage.TRANSCRIPTION);
            case DONE -> new JournalAnswer.Done(row.order(), row.content().orElseThrow());
            case POSTPONED -> new JournalAnswer.Postponed(
                    ((JournalAnswer.Postponed) row.trouble().orElseThrow()).failure(), restOf(row));
            default -> (JournalAnswer.Refused) row.trouble().orElseThrow();
        };
    }

    Duration restOf(JournalRow row) {
        return isOver(row) ? Duration.ZERO : left(row);
    }

    @Override
    public List<RecordingNote> open(OwnerId owner, int limit) {
        Objects.requireNonNull(owner, "owner");
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be 1 or more");
        }
        return first(rows().filter(row -> row.key().conversation().owner().equals(owner) && isOpen(row)), limit)
                .map(this::note)
                .toList();
    }

    boolean isOpen(JournalRow row) {
        return row.isInWork() || row.state() == JournalRow.State.POSTPONED;
    }

    Stream<JournalRow> first(Stream<JournalRow> open, int limit) {
        return open.sorted(Comparator.comparing(JournalRow::order).reversed()).limit(limit);
    }

    @Override
    public Optional<Order> orderOf(ConversationKey conversation, Sha256 fingerprint) {
        Objects.requireNonNull(conversation, "conversation");
        Objects.requireNonNull(fingerprint, "fingerprint");
        return chosen(rows().filter(row -> row.key().conversation().equals(conversation))
                .filter(JournalRow::isDone)
                .filter(row -> row.content().orElseThrow().fingerprint().equals(fingerprint)));
    }

    Optional<Order> chosen(Stream<JournalRow> same) {
        return same.map(JournalRow::order).max(Comparator.naturalOrder());
    }

    @Override
    public void forget(ConversationKey conversation) {
        Objects.requireNonNull(conversation, "conversation");
        synchronized (store) {
            store.rows.values().removeIf(row -> isForgotten(row, conversation));
        }
    }

    boolean isForgotten(JournalRow row, ConversationKey conversation) {
        return row.key().conversation().equals(conversation) && !isLeased(row);
    }

    @Override
    public boolean discard(RecordingKey recording) {
        Objects.requireNonNull(recording, "recording");
        synchronized (store) {
            return store.rows.values().removeIf(row -> isDiscarded(row, recording));
        }
    }

    boolean isDiscarded(JournalRow row, RecordingKey recording) {
        return row.key().equals(recording) && !row.isDone() && !isLeased(row);
    }

    boolean isLeased(JournalRow row) {
        return row.isInWork() && !isOver(row);
    }

    @Override
    public int purge(Duration retention) {
        Instant before = now().minus(checked(retention));
        synchronized (store) {
            List<JournalRow> old = rows().filter(row -> isPurged(row, before)).toList();
            store.rows.values().removeAll(old);
            return old.size();
        }
    }

    boolean isPurged(JournalRow row, Instant before) {
        return (row.isInWork() ? row.until() : row.ended()).isBefore(before) && !isNewestDone(row);
    }

    boolean isNewestDone(JournalRow row) {
        return row.isDone() && rows().filter(JournalRow::isDone)
                .filter(other -> other.key().conversation().equals(row.key().conversation()))
                .noneMatch(other -> other.order().isNewerThan(row.order()));
    }

    /** A copy of all rows. */
    Stream<JournalRow> rows() {
        synchronized (store) {
            return List.copyOf(store.rows.values()).stream();
        }
    }

    Optional<JournalRow> stored(RecordingKey recording) {
        return Optional.ofNullable(store.rows.get(keyed(recording)));
    }

    /** How a recording is told from others. */
    RecordingKey keyed(RecordingKey recording) {
        return recording;
    }

    /** How a transcript is stored. */
    Transcript kept(Transcript transcript) {
        return transcript;
    }

    Instant now() {
        return store.clock.instant();
    }

    Instant end(Duration time) {
        return now().plus(time);
    }

    Duration checked(Duration time) {
        if (time.toMillis() < 1) {
            throw new IllegalArgumentException("the time must be a millisecond or more");
        }
        return time;
    }
}
