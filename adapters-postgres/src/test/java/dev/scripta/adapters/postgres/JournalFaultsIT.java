package dev.scripta.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.adapters.postgres.FaultyDataSource.Fault;
import dev.scripta.adapters.postgres.FaultyDataSource.When;
import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.ClaimRequest;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.EngineFailure;
import dev.scripta.core.model.EngineFailure.Stage;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.JournalAnswer;
import dev.scripta.core.port.RecordingJournal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures planted between the journal and a real database: before a statement, and after it when its answer gets lost. */
final class JournalFaultsIT {

    @RegisterExtension
    static final OwnPool POOL = new OwnPool(2);

    private static final int ALWAYS = Integer.MAX_VALUE;
    private static final ClaimRequest REQUEST = Recordings.request("session", "audio", 5);
    private static final Transcript TRANSCRIPT = Transcript.of("words");
    private static final Content CONTENT = Requests.save("session", "words", 5).content();

    private final List<Duration> pauses = new ArrayList<>();

    private FaultyDataSource faulty;
    private RecordingJournal journal;

    @BeforeEach
    void start_empty() throws SQLException {
        TestServer.execute(POOL, "TRUNCATE recording_journal");
        faulty = new FaultyDataSource(POOL);
        journal = new PostgresRecordingJournal(faulty.connections(), TestServer.RANDOM, pauses::add);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40003", "57014", "57P01"})
    void a_claim_whose_answer_was_lost_recognises_itself(String state) {
        faulty.fail(new Fault("executeQuery", "INSERT", When.AFTER, 1, state));
        Claim claim = Recordings.granted(journal, REQUEST);
        assertEquals(new Claim(REQUEST.recording(), REQUEST.order(), 1, Optional.empty()), claim);
        assertEquals(0, faulty.left());
        assertInstanceOf(JournalAnswer.InWork.class, journal.claim(REQUEST, Recordings.LEASE), "but nobody else does");
    }

    @Test
    void a_take_over_whose_answer_was_lost_recognises_itself_and_finds_the_transcript() throws SQLException {
        journal.checkpoint(Recordings.granted(journal, REQUEST), TRANSCRIPT, Recordings.LEASE);
        TestServer.execute(POOL, "UPDATE recording_journal SET expires_at = expires_at - interval '1 hour'");
        faulty.fail(new Fault("executeQuery", "UPDATE", When.AFTER, 1, "08006"));
        assertEquals(new Claim(REQUEST.recording(), REQUEST.order(), 2, Optional.of(TRANSCRIPT)),
                Recordings.granted(journal, Recordings.request("session", "audio", 6)));
        assertEquals(0, faulty.left());
    }

    @Test
    void a_reprocessing_whose_answer_was_lost_recognises_itself() {
        journal.complete(Recordings.granted(journal, REQUEST), CONTENT);
        faulty.fail(new Fault("executeQuery", "UPDATE", When.AFTER, 1, "08006"));
        assertEquals(new Claim(REQUEST.recording(), new Order(6), 2, Optional.empty()), Recordings.granted(journal,
                new ClaimRequest(REQUEST.recording(), new Order(6), true)));
    }

    @Test
    void renewals_and_checkpoints_may_be_repeated() {
        Claim claim = Recordings.granted(journal, REQUEST);
        faulty.fail(new Fault("executeUpdate", "UPDATE", When.AFTER, 1, "08006"));
        assertTrue(journal.renew(claim, Recordings.LEASE));
        faulty.fail(new Fault("executeUpdate", "UPDATE", When.AFTER, 1, "08006"));
        assertTrue(journal.checkpoint(claim, TRANSCRIPT, Recordings.LEASE));
        assertEquals(0, faulty.left());
    }

    /** Its holder asks again, as the rules for a lost claim say, and is told its own result. */
    @Test
    void an_end_whose_answer_was_lost_is_the_answer_to_the_next_claim() {
        faulty.fail(new Fault("executeUpdate", "UPDATE", When.AFTER, 1, "08006"));
        assertFalse(journal.complete(Recordings.granted(journal, REQUEST), CONTENT));
        assertEquals(new JournalAnswer.Done(REQUEST.order(), CONTENT), journal.claim(REQUEST, Recordings.LEASE));

        ClaimRequest other = Recordings.request("session", "other audio", 5);
        EngineFailure failure = new EngineFailure(Stage.TRANSCRIPTION, "busy", true);
        faulty.fail(new Fault("executeUpdate", "UPDATE", When.AFTER, 1, "08006"));
        assertFalse(journal.postpone(Recordings.granted(journal, other), failure, Recordings.LEASE));
        assertEquals(failure,
                assertInstanceOf(JournalAnswer.Postponed.class, journal.claim(other, Recordings.LEASE)).failure());
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40003", "57014", "57P01", "40001", "40P01", "55P03"})
    void what_failed_before_it_was_done_is_repeated(String state) {
        faulty.fail(new Fault("executeQuery", "INSERT", When.BEFORE, 1, state));
        Claim claim = Recordings.granted(journal, REQUEST);
        faulty.fail(new Fault("executeUpdate", "UPDATE", When.BEFORE, 1, state));
        assertTrue(journal.complete(claim, CONTENT));
        assertEquals(2, pauses.size());
        assertEquals(0, faulty.left());
    }

    @ParameterizedTest
    @CsvSource({"08006,2,true", "40001,2,true", "40P01,2,true", "40003,2,true", "57P01,2,true", "25006,0,true",
            "53300,0,true", "57P03,0,true", "42P01,0,true", "23505,0,false", "22021,0,false", "42601,0,false",
            "28P01,0,false"})
    void what_does_not_pass_is_told_after_its_number_of_attempts(String state, int pausesExpected, boolean retryable) {
        faulty.fail(new Fault("executeQuery", "INSERT", When.BEFORE, ALWAYS, state));
        StorageFailedException failure = assertThrows(StorageFailedException.class,
                () -> journal.claim(REQUEST, Recordings.LEASE));
        assertEquals(retryable, failure.retryable());
        assertEquals(pausesExpected, pauses.size(), "pauses");
    }
}
