package dev.scripta.adapters.postgres;

import dev.scripta.adapters.postgres.JournalTable.Stretch;
import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.error.StorageFailedException;
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
import io.helidon.dbclient.DbClient;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

/**
 * The journal in the table that {@link PostgresSchema} makes. Thread-safe; any number of instances may share a database. The
 * server's clock decides when a lease, a rest or a verdict ends.
 *
 * <p>
 * A failure that may pass is met with two more attempts. A claim whose answer got lost is recognised. A completion whose
 * answer got lost says that the claim is lost, and so it is: whoever claims next is told the result.
 */
public final class PostgresRecordingJournal implements RecordingJournal {

    /** How often a claim looks again after a rival was faster: who loses a race is told at the next look who won it. */
    private static final int ROUNDS = 10;

    /** As good as for ever, and far from the bounds of the server's times. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final JournalTable table;
    private final Attempts attempts;
    private final RandomGenerator random;

    /**
     * The journal on an embedder's own pool.
     *
     * @param connections at READ COMMITTED, which is PostgreSQL's default; {@link PostgresDatabase} sees to it. Autocommit is
     *            switched on here
     * @param random tells claims apart and makes the jitter of retries; thread-safe
     */
    public PostgresRecordingJournal(DataSource connections, RandomGenerator random) {
        this(connections, random, Thread::sleep);
    }

    PostgresRecordingJournal(DataSource connections, RandomGenerator random, Pause pause) {
        this(PooledConnections.client(new PooledConnections(connections)), random, pause);
    }

    PostgresRecordingJournal(DbClient database, RandomGenerator random, Pause pause) {
        this.table = new JournalTable(database);
        this.attempts = new Attempts(random, pause);
        this.random = random;
    }

    @Override
    public JournalAnswer claim(ClaimRequest request, Duration lease) {
        Objects.requireNonNull(request, "request");
        long millis = millis(lease);
        long holder = random.nextLong();
        return attempts.run(() -> {
            for (int round = 0; round < ROUNDS; round++) {
                Optional<JournalAnswer> answer = tryToClaim(request, holder, millis);
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
            throw new StorageFailedException("the recording is being claimed by many at once", true);
        });
    }

    /**
     * Most recordings are new, so that the first statement is the only one; else it neither locks nor writes. Empty when the
     * entry was changed in between.
     */
    private Optional<JournalAnswer> tryToClaim(ClaimRequest request, long holder, long lease) {
        Optional<Claim> first = table.claimUnknown(request, holder, lease);
        if (first.isPresent()) {
            return first.map(JournalAnswer.Granted::new);
        }
        return table.look(request.recording(), holder)
                .flatMap(seen -> seen.lostAnswer(holder).or(() -> answerOrClaim(request, seen, holder, lease)));
    }

    private Optional<JournalAnswer> answerOrClaim(ClaimRequest request, JournalLook seen, long holder, long lease) {
        if (seen.isReprocessedBy(request)) {
            return table.claimAnew(request, seen, holder, lease).map(JournalAnswer.Granted::new);
        }
        return seen.isOver()
                ? table.claimExpired(request, seen, holder, lease).map(JournalAnswer.Granted::new)
                : Optional.of(seen.answer());
    }

    @Override
    public boolean renew(Claim claim, Duration lease) {
        Objects.requireNonNull(claim, "claim");
        long millis = millis(lease);
        return attempts.run(() -> table.renew(claim, millis));
    }

    @Override
    public boolean checkpoint(Claim claim, Transcript transcript, Duration lease) {
        Objects.requireNonNull(claim, "claim");
        Objects.requireNonNull(transcript, "transcript");
        long millis = millis(lease);
        return attempts.run(() -> table.checkpoint(claim, transcript, millis));
    }

    @Override
    public boolean complete(Claim claim, Content content) {
        Objects.requireNonNull(claim, "claim");
        Sha256 fingerprint = content.fingerprint();
        return attempts.run(() -> table.complete(claim, content, fingerprint));
    }

    @Override
    public boolean postpone(Claim claim, EngineFailure failure, Duration rest) {
        Objects.requireNonNull(claim, "claim");
        Objects.requireNonNull(failure, "failure");
        long millis = millis(rest);
        return attempts.run(() -> table.postpone(claim, failure, millis));
    }

    @Override
    public boolean refuse(Claim claim, Reason reason, String detail, Duration timeToLive) {
        Objects.requireNonNull(claim, "claim");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(detail, "detail");
        long millis = millis(timeToLive);
        return attempts.run(() -> table.refuse(claim, reason, detail, millis));
    }

    @Override
    public Optional<RecordingNote> look(RecordingKey recording) {
        Objects.requireNonNull(recording, "recording");
        return attempts.run(() -> table.look(recording));
    }

    @Override
    public List<RecordingNote> open(OwnerId owner, int limit) {
        Objects.requireNonNull(owner, "owner");
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be 1 or more");
        }
        return attempts.run(() -> table.open(owner, limit));
    }

    @Override
    public Optional<Order> orderOf(ConversationKey conversation, Sha256 fingerprint) {
        Objects.requireNonNull(conversation, "conversation");
        Objects.requireNonNull(fingerprint, "fingerprint");
        return attempts.run(() -> table.orderOf(conversation, fingerprint));
    }

    @Override
    public void forget(ConversationKey conversation) {
        Objects.requireNonNull(conversation, "conversation");
        attempts.run(() -> {
            table.forget(conversation);
            return true;
        });
    }

    @Override
    public boolean discard(RecordingKey recording) {
        Objects.requireNonNull(recording, "recording");
        return attempts.run(() -> table.discard(recording));
    }

    @Override
    public int purge(Duration retention) {
        long millis = millis(retention);
        long removed = 0;
        Stretch done = Stretch.START;
        for (Optional<Stretch> next = next(done); next.isPresent(); next = next(done)) {
            Stretch after = done;
            Stretch last = next.get();
            removed += attempts.run(() -> table.purge(after, last, millis));
            done = last;
        }
        return Math.toIntExact(removed);
    }

    private Optional<Stretch> next(Stretch done) {
        return attempts.run(() -> table.stretchAfter(done));
    }

    private static long millis(Duration time) {
        long millis = time.toMillis();
        if (millis < 1) {
            throw new IllegalArgumentException("the time must be a millisecond or more");
        }
        return Math.min(millis, LONGEST.toMillis());
    }
}
