package dev.scripta.adapters.postgres;

import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationId;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.ConversationPage;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.model.SearchWords;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.port.ConversationRepository;
import io.helidon.dbclient.DbClient;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

/**
 * Conversations in the table that {@link PostgresSchema} makes. Thread-safe; any number of instances may share a database.
 *
 * <p>
 * A failure that may pass is met with two more attempts. A delete whose answer got lost is repeated too, and then may say
 * that there was nothing.
 */
public final class PostgresConversationRepository implements ConversationRepository {

    /**
     * How often a save looks again after a rival was faster. Each time means that another save or delete of this very
     * conversation came between two statements; more than two in a row takes an adversary.
     */
    private static final int ROUNDS = 10;

    private final ConversationTable table;
    private final Attempts attempts;
    private final RandomGenerator random;

    /**
     * The repository on an embedder's own pool.
     *
     * @param connections at READ COMMITTED, which is PostgreSQL's default; {@link PostgresDatabase} sees to it. Autocommit is
     *            switched on here
     * @param random makes conversation ids and the jitter of retries; thread-safe
     */
    public PostgresConversationRepository(DataSource connections, RandomGenerator random) {
        this(connections, random, Thread::sleep);
    }

    PostgresConversationRepository(DataSource connections, RandomGenerator random, Pause pause) {
        this(PooledConnections.client(new PooledConnections(connections)), random, pause);
    }

    PostgresConversationRepository(DbClient database, RandomGenerator random, Pause pause) {
        this.table = new ConversationTable(database);
        this.attempts = new Attempts(random, pause);
        this.random = random;
    }

    @Override
    public SaveResult save(SaveRequest request) {
        Sha256 fingerprint = request.content().fingerprint();
        return attempts.run(() -> {
            for (int round = 0; round < ROUNDS; round++) {
                Optional<SaveResult> result = tryToSave(request, fingerprint);
                if (result.isPresent()) {
                    return result.get();
                }
            }
            throw new StorageFailedException("the conversation is being changed by many at once", true);
        });
    }

    /**
     * Looks first, for most saves change nothing and then neither lock nor write; but only a statement that checks again
     * decides. Empty when the conversation was changed in between.
     */
    private Optional<SaveResult> tryToSave(SaveRequest request, Sha256 fingerprint) {
        Optional<Head> stored = table.head(request.key());
        if (stored.isPresent() && stored.get().fingerprint().equals(fingerprint)) {
            Optional<Head> upToDate = stored.filter(head -> !request.order().isNewerThan(head.order()));
            return upToDate.or(() -> table.advanceOrder(request, fingerprint))
                    .map(head -> SaveResult.of(SaveOutcome.UNCHANGED, head));
        }
        if (request.expectedRevision().isPresent()) {
            return tryToSaveExpecting(request.expectedRevision().getAsLong(), request, fingerprint, stored);
        }
        if (stored.isPresent() && isNewer(stored.get(), request, fingerprint)) {
            return Optional.of(SaveResult.of(SaveOutcome.SUPERSEDED, stored.get()));
        }
        return table.saveNewest(request, fingerprint, newId()).map(PostgresConversationRepository::changed);
    }

    private Optional<SaveResult> tryToSaveExpecting(long revision, SaveRequest request, Sha256 fingerprint,
            Optional<Head> stored) {
        if (revision != stored.map(Head::revision).orElse(0L)) {
            return Optional.of(new SaveResult(SaveOutcome.CONFLICT, stored));
        }
        Optional<Head> written = stored.isPresent()
                ? table.replace(revision, request, fingerprint)
                : table.create(request, fingerprint, newId());
        return written.map(PostgresConversationRepository::changed);
    }

    private static boolean isNewer(Head stored, SaveRequest request, Sha256 fingerprint) {
        int byOrder = stored.order().compareTo(request.order());
        return byOrder > 0 || (byOrder == 0 && stored.fingerprint().compareTo(fingerprint) > 0);
    }

    private static SaveResult changed(Head head) {
        return SaveResult.of(head.revision() == 1 ? SaveOutcome.CREATED : SaveOutcome.UPDATED, head);
    }

    private ConversationId newId() {
        return new ConversationId(random.nextLong(1, ConversationId.MAX_VALUE + 1));
    }

    @Override
    public Optional<Head> head(ConversationKey key) {
        return attempts.run(() -> table.head(key));
    }

    @Override
    public Optional<Conversation> find(ConversationKey key) {
        return attempts.run(() -> table.find(key));
    }

    @Override
    public Optional<Conversation> find(OwnerId owner, ConversationId id) {
        return attempts.run(() -> table.find(owner, id));
    }

    @Override
    public ConversationPage list(OwnerId owner, PageRequest page) {
        return attempts.run(() -> table.list(owner, page));
    }

    @Override
    public ConversationPage search(OwnerId owner, SearchWords words, PageRequest page) {
        Objects.requireNonNull(page, "page");
        return SearchLexemes.query(owner, words)
                .map(query -> attempts.run(() -> table.search(owner, query, page)))
                .orElseGet(() -> new ConversationPage(page, List.of(), 0));
    }

    @Override
    public boolean delete(OwnerId owner, ConversationId id) {
        return attempts.run(() -> table.delete(owner, id));
    }
}
