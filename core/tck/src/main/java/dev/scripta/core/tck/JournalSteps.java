package dev.scripta.core.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.Claim;
import dev.scripta.core.model.ClaimRequest;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.EngineFailure;
import dev.scripta.core.model.EngineFailure.Stage;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.port.JournalAnswer;
import dev.scripta.core.port.RecordingJournal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What most rules of the journal do. Times are long, so that the time a test takes is nothing against them. */
final class JournalSteps {

    static final Duration LEASE = Duration.ofMinutes(30);
    static final Duration MINUTE = Duration.ofMinutes(1);

    /** Just before something that lasts as long as a lease is over; two minutes later it is over for certain. */
    static final Duration NEARLY_A_LEASE = LEASE.minus(MINUTE);

    static final Duration TWO_MINUTES = MINUTE.multipliedBy(2);

    static final EngineFailure FAILURE = new EngineFailure(Stage.ANALYSIS, "The engine is away.", true);

    private JournalSteps() {}

    static RecordingKey recording(ConversationKey conversation, String audio) {
        return new RecordingKey(conversation, Sha256.of(audio.getBytes(StandardCharsets.UTF_8)));
    }

    static JournalAnswer ask(RecordingJournal journal, RecordingKey recording, long order) {
        return journal.claim(new ClaimRequest(recording, new Order(order), false), LEASE);
    }

    static JournalAnswer askAnew(RecordingJournal journal, RecordingKey recording, long order) {
        return journal.claim(new ClaimRequest(recording, new Order(order), true), LEASE);
    }

    static Claim granted(JournalAnswer answer) {
        return assertInstanceOf(JournalAnswer.Granted.class, answer).claim();
    }

    static Claim claim(RecordingJournal journal, RecordingKey recording, long order) {
        return granted(ask(journal, recording, order));
    }

    /** Claims and completes. */
    static void finish(RecordingJournal journal, RecordingKey recording, long order, Content content) {
        assertTrue(journal.complete(claim(journal, recording, order), content), "complete");
    }

    static void assertInWork(JournalAnswer answer) {
        assertInstanceOf(JournalAnswer.InWork.class, answer);
    }

    /** Also that analysis texts are equal, which JSON values are however their numbers were written. */
    static void assertDone(long order, Content content, JournalAnswer answer) {
        JournalAnswer.Done done = assertInstanceOf(JournalAnswer.Done.class, answer);
        assertEquals(new Order(order), done.order());
        assertEquals(content, done.content());
        assertEquals(content.analysis().json().toJson(), done.content().analysis().json().toJson());
    }

    /** Whether the journal says that the engine rests, for no longer than this and at least a minute less. */
    static void assertPostponed(EngineFailure failure, Duration rest, JournalAnswer answer) {
        JournalAnswer.Postponed postponed = assertInstanceOf(JournalAnswer.Postponed.class, answer);
        assertEquals(failure, postponed.failure());
        assertTrue(postponed.rest().compareTo(rest) <= 0 && postponed.rest().compareTo(rest.minus(MINUTE)) > 0,
                () -> "a rest of " + postponed.rest() + " instead of " + rest);
    }
}
