package dev.scripta.adapters.postgres;

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
import dev.scripta.core.port.RecordingNote;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbStatement;
import io.helidon.dbclient.DbStatementDml;
import io.helidon.dbclient.DbStatementGet;
import io.helidon.dbclient.DbTransaction;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** One method for each of the journal's statements; times are milliseconds. Thread-safe. */
final class JournalTable {

    private final DbClient database;
    private final JournalRows rows = new JournalRows();

    JournalTable(DbClient database) {
        this.database = database;
    }

    Optional<Claim> claimUnknown(ClaimRequest request, long holder, long lease) {
        return claimed(request, get("journal-claim", JournalSql.CLAIM_UNKNOWN)
                .addParam("holder", holder)
                .addParam("order", request.order().value())
                .addParam("time", lease));
    }

    Optional<RecordingNote> look(RecordingKey recording) {
        return keyed(get("journal-look-on", JournalSql.LOOK_ON), recording).execute()
                .map(row -> rows.note(recording, row));
    }

    /** In a transaction, which is always rolled back, as the list of {@link ConversationTable}. */
    List<RecordingNote> open(OwnerId owner, int limit) {
        DbTransaction transaction = database.transaction();
        try {
            return transaction.createNamedQuery("journal-open", JournalSql.OPEN)
                    .addParam("owner", owner.value())
                    .addParam("size", limit)
                    .execute()
                    .map(row -> rows.note(owner, row))
                    .toList();
        } finally {
            transaction.rollback();
        }
    }

    Optional<JournalLook> look(RecordingKey recording, long holder) {
        return keyed(get("journal-look", JournalSql.LOOK), recording).addParam("holder", holder)
                .execute()
                .map(row -> rows.look(recording, row));
    }

    Optional<Claim> claimExpired(ClaimRequest request, JournalLook seen, long holder, long lease) {
        return claimed(request, asSeen(get("journal-claim-expired", JournalSql.CLAIM_EXPIRED), seen, holder, lease));
    }

    Optional<Claim> claimAnew(ClaimRequest request, JournalLook seen, long holder, long lease) {
        return claimed(request, asSeen(get("journal-claim-anew", JournalSql.CLAIM_ANEW), seen, holder, lease)
                .addParam("order", request.order().value()));
    }

    boolean renew(Claim claim, long lease) {
        return changed(held(update("journal-renew", JournalSql.RENEW), claim).addParam("time", lease));
    }

    boolean checkpoint(Claim claim, Transcript transcript, long lease) {
        DbStatementDml checkpoint = held(update("journal-checkpoint", JournalSql.CHECKPOINT), claim);
        return changed(Words.add(checkpoint.addParam("time", lease), transcript));
    }

    boolean complete(Claim claim, Content content, Sha256 fingerprint) {
        DbStatementDml complete = held(update("journal-complete", JournalSql.COMPLETE), claim);
        return changed(Words.add(complete.addParam("fingerprint", bytes(fingerprint)), content));
    }

    boolean postpone(Claim claim, EngineFailure failure, long rest) {
        return end(claim, new Ending(JournalState.POSTPONED, failure.stage().name(), failure.detail(),
                failure.retryable(), failure.outcomeUnknown()), rest);
    }

    boolean refuse(Claim claim, Reason reason, String detail, long timeToLive) {
        return end(claim, new Ending(JournalState.REFUSED, reason.name(), detail, false, false), timeToLive);
    }

    private boolean end(Claim claim, Ending ending, long time) {
        return changed(held(update("journal-fail", JournalSql.FAIL), claim).addParam("state", ending.state().name())
                .addParam("reason", ending.reason())
                .addParam("detail", ending.detail())
                .addParam("retryable", ending.retryable())
                .addParam("outcomeUnknown", ending.outcomeUnknown())
                .addParam("time", time));
    }

    private record Ending(JournalState state, String reason, String detail, boolean retryable,
            boolean outcomeUnknown) {}

    Optional<Order> orderOf(ConversationKey conversation, Sha256 fingerprint) {
        return keyed(get("journal-order", JournalSql.ORDER_OF), conversation)
                .addParam("fingerprint", bytes(fingerprint))
                .execute()
                .map(JournalRows::order);
    }

    void forget(ConversationKey conversation) {
        keyed(database.execute().createNamedDelete("journal-forget", JournalSql.FORGET), conversation).execute();
    }

    boolean discard(RecordingKey recording) {
        return keyed(database.execute().createNamedDelete("journal-discard", JournalSql.DISCARD), recording)
                .execute() > 0;
    }

    Optional<Stretch> stretchAfter(Stretch before) {
        return get("journal-stretch", JournalSql.STRETCH).addParam("owner", before.owner())
                .addParam("session", before.session())
                .execute()
                .map(row -> new Stretch(Columns.text(row, "owner_id"), Columns.text(row, "session_id")));
    }

    long purge(Stretch after, Stretch last, long retention) {
        return database.execute()
                .createNamedDelete("journal-purge", JournalSql.PURGE)
                .addParam("owner", after.owner())
                .addParam("session", after.session())
                .addParam("lastOwner", last.owner())
                .addParam("lastSession", last.session())
                .addParam("time", retention)
                .execute();
    }

    private DbStatementGet get(String name, String sql) {
        return database.execute().createNamedGet(name, sql);
    }

    private DbStatementDml update(String name, String sql) {
        return database.execute().createNamedUpdate(name, sql);
    }

    private Optional<Claim> claimed(ClaimRequest request, DbStatementGet statement) {
        return keyed(statement, request.recording()).execute().map(row -> rows.claim(request.recording(), row));
    }

    private static boolean changed(DbStatementDml statement) {
        return statement.execute() > 0;
    }

    private static DbStatementGet asSeen(DbStatementGet statement, JournalLook seen, long holder, long lease) {
        return statement.addParam("fence", seen.claim().fence())
                .addParam("seen", seen.order().value())
                .addParam("holder", holder)
                .addParam("time", lease);
    }

    private static DbStatementDml held(DbStatementDml statement, Claim claim) {
        return keyed(statement, claim.recording()).addParam("fence", claim.fence())
                .addParam("order", claim.order().value());
    }

    private static <S extends DbStatement<S>> S keyed(S statement, RecordingKey recording) {
        return keyed(statement, recording.conversation()).addParam("audio", bytes(recording.audio()));
    }

    private static <S extends DbStatement<S>> S keyed(S statement, ConversationKey key) {
        return statement.addParam("owner", key.owner().value()).addParam("session", key.session().value());
    }

    private static byte[] bytes(Sha256 digest) {
        return HexFormat.of().parseHex(digest.hex());
    }

    /**
     * Where a walk through the journal is.
     *
     * @param owner of the last conversation that was passed
     * @param session of the last conversation that was passed
     */
    record Stretch(String owner, String session) {

        /** Before all: ids are not empty. */
        static final Stretch START = new Stretch("", "");
    }
}
