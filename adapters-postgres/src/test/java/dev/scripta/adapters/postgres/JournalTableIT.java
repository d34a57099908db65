package dev.scripta.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.ClaimRequest;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.EngineFailure;
import dev.scripta.core.model.EngineFailure.Stage;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.Transcript;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each writing statement of the journal checks by itself what the call that sends it has only seen before: here a rival was
 * faster, without a race.
 */
final class JournalTableIT {

    @RegisterExtension
    static final OwnPool POOL = new OwnPool(1);

    private static final ClaimRequest REQUEST = Recordings.request("session", "audio", 5);
    private static final ClaimRequest AGAIN = new ClaimRequest(REQUEST.recording(), new Order(9), true);
    private static final Content CONTENT = Requests.save("session", "words", 5).content();
    private static final EngineFailure FAILURE = new EngineFailure(Stage.ANALYSIS, "busy", true);
    private static final long LEASE = 30_000;
    private static final long FIRST = 1;
    private static final long SECOND = 2;

    private final JournalTable table = new JournalTable(PooledConnections.client(new PooledConnections(POOL)));

    private Claim claim;

    @BeforeEach
    void claim_one() throws SQLException {
        TestServer.execute(POOL, "TRUNCATE recording_journal");
        claim = table.claimUnknown(REQUEST, FIRST, LEASE).orElseThrow();
    }

    @Test
    void what_is_known_is_not_claimed_as_unknown() {
        assertEquals(Optional.empty(), table.claimUnknown(AGAIN, SECOND, LEASE));
        assertEquals(claim, seen().claim());
        assertEquals(FIRST, seen().holder());
    }

    @Test
    void a_lease_that_was_renewed_since_it_was_seen_is_not_taken_over() throws SQLException {
        expire();
        JournalLook seen = seen();
        assertTrue(seen.isOver());
        assertTrue(table.renew(claim, LEASE));
        assertEquals(Optional.empty(), table.claimExpired(REQUEST, seen, SECOND, LEASE));
        assertEquals(FIRST, seen().holder());
    }

    @Test
    void only_one_of_those_who_saw_the_same_takes_over() throws SQLException {
        expire();
        JournalLook seen = seen();
        assertEquals(2, table.claimExpired(REQUEST, seen, SECOND, LEASE).orElseThrow().fence());
        expire();
        assertEquals(Optional.empty(), table.claimExpired(REQUEST, seen, FIRST, LEASE));
        assertEquals(SECOND, seen().holder());
    }

    @Test
    void what_was_forgotten_and_claimed_since_is_another_entry_though_its_fence_is_the_same() throws SQLException {
        expire();
        JournalLook seen = seen();
        TestServer.execute(POOL, "TRUNCATE recording_journal");
        table.claimUnknown(AGAIN, SECOND, LEASE);
        expire();
        assertEquals(Optional.empty(), table.claimExpired(REQUEST, seen, FIRST, LEASE));
        assertFalse(table.renew(claim, LEASE));
        assertFalse(table.complete(claim, CONTENT, CONTENT.fingerprint()));
    }

    @Test
    void what_is_in_work_or_as_new_is_not_claimed_anew() {
        assertEquals(Optional.empty(), table.claimAnew(AGAIN, seen(), SECOND, LEASE));
        table.complete(claim, CONTENT, CONTENT.fingerprint());
        assertEquals(Optional.empty(), table.claimAnew(REQUEST, seen(), SECOND, LEASE));
        assertTrue(seen().isDone());
    }

    @Test
    void what_is_claimed_anew_keeps_no_word() throws SQLException {
        table.complete(claim, CONTENT, CONTENT.fingerprint());
        Claim anew = table.claimAnew(AGAIN, seen(), SECOND, LEASE).orElseThrow();
        assertEquals(new Claim(REQUEST.recording(), AGAIN.order(), 2, Optional.empty()), anew);
        TestServer.execute(POOL, """
                DO $$ BEGIN
                    ASSERT EXISTS (SELECT 1 FROM recording_journal WHERE transcript IS NULL AND language IS NULL
                        AND engine IS NULL AND segments IS NULL AND analysis IS NULL AND fingerprint IS NULL
                        AND reason IS NULL AND detail IS NULL AND retryable IS NULL);
                END $$
                """);
    }

    @Test
    void what_is_done_does_not_expire() throws SQLException {
        table.complete(claim, CONTENT, CONTENT.fingerprint());
        expire();
        assertFalse(seen().isOver());
        assertEquals(Optional.empty(), table.claimExpired(REQUEST, seen(), SECOND, LEASE));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void a_claim_that_was_lost_writes_nothing(Function<JournalTable, Function<Claim, Boolean>> write)
            throws SQLException {
        expire();
        Claim newest = table.claimExpired(REQUEST, seen(), SECOND, LEASE).orElseThrow();
        JournalLook before = seen();
        assertFalse(write.apply(table).apply(claim));
        assertEquals(before, seen());
        assertTrue(write.apply(table).apply(newest));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void nothing_is_written_after_the_end(Function<JournalTable, Function<Claim, Boolean>> write) {
        assertTrue(table.complete(claim, CONTENT, CONTENT.fingerprint()));
        assertFalse(write.apply(table).apply(claim));
        assertTrue(seen().isDone());
    }

    static Stream<Function<JournalTable, Function<Claim, Boolean>>> writes() {
        return Stream.of(
                table -> claim -> table.renew(claim, LEASE),
                table -> claim -> table.checkpoint(claim, Transcript.of("words"), LEASE),
                table -> claim -> table.complete(claim, CONTENT, CONTENT.fingerprint()),
                table -> claim -> table.postpone(claim, FAILURE, LEASE),
                table -> claim -> table.refuse(claim, Reason.UNREADABLE, "damaged", LEASE));
    }

    private JournalLook seen() {
        return table.look(REQUEST.recording(), FIRST).orElseThrow();
    }

    private static void expire() throws SQLException {
        TestServer.execute(POOL, "UPDATE recording_journal SET expires_at = expires_at - interval '1 hour'");
    }
}
