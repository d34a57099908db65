package dev.scripta.core.memory;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What a journal is, said as simply as possible: one thread, a number for the time, nothing clever. */
final class JournalModel implements RecordingJournal {

    private final Map<RecordingKey, Row> rows = new HashMap<>();
    private long now;

    /** One recording; it is in work as long as it has no end. */
    private static final class Row {
        private Order order = new Order(0);
        private long fence;
        private long until;
        private long ended;
        private Optional<Transcript> transcript = Optional.empty();
        private Optional<JournalAnswer> end = Optional.empty();
    }

    void pass(long millis) {
        now += millis;
    }

    @Override
    public JournalAnswer claim(ClaimRequest request, Duration lease) {
        Row row = rows.computeIfAbsent(request.recording(), unknown -> new Row());
        boolean inWork = row.fence > 0 && row.end.isEmpty();
        if (inWork && now < row.until) {
            return new JournalAnswer.InWork();
        }
        boolean anew = !inWork && request.reprocess() && request.order().isNewerThan(row.order);
        boolean stands = row.end.isPresent() && (now < row.until || row.end.get() instanceof JournalAnswer.Done);
        if (stands && !anew) {
            return row.end.get() instanceof JournalAnswer.Postponed postponed
                    ? new JournalAnswer.Postponed(postponed.failure(), Duration.ofMillis(row.until - now))
                    : row.end.get();
        }
        if (row.fence == 0 || anew) {
            row.order = request.order();
            row.transcript = Optional.empty();
        }
        row.fence++;
        row.end = Optional.empty();
        row.until = now + lease.toMillis();
        return new JournalAnswer.Granted(new Claim(request.recording(), row.order, row.fence, row.transcript));
    }

    @Override
    public boolean renew(Claim claim, Duration lease) {
        return write(claim, row -> row.until = now + lease.toMillis());
    }

    @Override
    public boolean checkpoint(Claim claim, Transcript transcript, Duration lease) {
        return write(claim, row -> {
            row.until = now + lease.toMillis();
            row.transcript = Optional.of(transcript);
        });
    }

    @Override
    public boolean complete(Claim claim, Content content) {
        return end(claim, new JournalAnswer.Done(claim.order(), content), Duration.ZERO);
    }

    @Override
    public boolean postpone(Claim claim, EngineFailure failure, Duration rest) {
        return end(claim, new JournalAnswer.Postponed(failure, rest), rest);
    }

    @Override
    public boolean refuse(Claim claim, Reason reason, String detail, Duration timeToLive) {
        return end(claim, new JournalAnswer.Refused(reason, detail), timeToLive);
    }

    @Override
    public Optional<RecordingNote> look(RecordingKey recording) {
        return Optional.ofNullable(rows.get(recording))
                .map(row -> new RecordingNote(recording, row.order, row.fence, seen(row),
                        Duration.ofMillis(Math.max(0, now - row.until))));
    }

    private RecordingState seen(Row row) {
        if (row.end.isEmpty()) {
            return new RecordingState.InStage(row.transcript.isPresent() ? Stage.ANALYSIS : Stage.TRANSCRIPTION);
        }
        return row.end.get() instanceof JournalAnswer.Postponed postponed
                ? new JournalAnswer.Postponed(postponed.failure(), Duration.ofMillis(Math.max(0, row.until - now)))
                : (RecordingState) row.end.get();
    }

    @Override
    public List<RecordingNote> open(OwnerId owner, int limit) {
        return rows.entrySet()
                .stream()
                .filter(row -> row.getKey().conversation().owner().equals(owner))
                .filter(row -> row.getValue().end.filter(end -> !(end instanceof JournalAnswer.Postponed)).isEmpty())
                .map(row -> look(row.getKey()).orElseThrow())
                .sorted((one, other) -> other.order().compareTo(one.order()))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Order> orderOf(ConversationKey conversation, Sha256 fingerprint) {
        return rows.entrySet()
                .stream()
                .filter(row -> row.getKey().conversation().equals(conversation))
                .flatMap(row -> row.getValue().end.stream())
                .filter(end -> end instanceof JournalAnswer.Done done
                        && done.content().fingerprint().equals(fingerprint))
                .map(end -> ((JournalAnswer.Done) end).order())
                .max(Order::compareTo);
    }

    @Override
    public void forget(ConversationKey conversation) {
        rows.entrySet()
                .removeIf(row -> row.getKey().conversation().equals(conversation)
                        && (row.getValue().end.isPresent() || now >= row.getValue().until));
    }

    @Override
    public boolean discard(RecordingKey recording) {
        return rows.entrySet()
                .removeIf(row -> row.getKey().equals(recording)
                        && row.getValue().end.map(end -> !(end instanceof JournalAnswer.Done))
                                .orElse(now >= row.getValue().until));
    }

    @Override
    public int purge(Duration retention) {
        Map<RecordingKey, Row> old = new HashMap<>(rows);
        old.values().removeIf(row -> (row.end.isEmpty() ? row.until : row.ended) >= now - retention.toMillis());
        old.entrySet().removeIf(row -> isNewestDone(row.getKey().conversation(), row.getValue()));
        rows.keySet().removeAll(old.keySet());
        return old.size();
    }

    private boolean isNewestDone(ConversationKey conversation, Row row) {
        return isDone(row) && rows.entrySet()
                .stream()
                .filter(other -> other.getKey().conversation().equals(conversation) && isDone(other.getValue()))
                .noneMatch(other -> other.getValue().order.isNewerThan(row.order));
    }

    private static boolean isDone(Row row) {
        return row.end.filter(JournalAnswer.Done.class::isInstance).isPresent();
    }

    private boolean end(Claim claim, JournalAnswer how, Duration stands) {
        return write(claim, row -> {
            row.end = Optional.of(how);
            row.ended = now;
            row.until = now + stands.toMillis();
        });
    }

    private boolean write(Claim claim, Consumer<Row> change) {
        Optional<Row> held = Optional.ofNullable(rows.get(claim.recording()))
                .filter(row -> row.end.isEmpty() && row.fence == claim.fence() && row.order.equals(claim.order()));
        held.ifPresent(change);
        return held.isPresent();
    }
}
