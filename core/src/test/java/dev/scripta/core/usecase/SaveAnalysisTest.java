package dev.scripta.core.usecase;

import static dev.scripta.core.usecase.Studio.EVENING;
import static dev.scripta.core.usecase.Studio.EVENING_RECORDING;
import static dev.scripta.core.usecase.Studio.KEY;
import static dev.scripta.core.usecase.Studio.MORNING;
import static dev.scripta.core.usecase.Studio.MORNING_RECORDING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.Content;
import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.model.Transcript;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SaveAnalysisTest {

    private final Studio studio = new Studio();

    @Test
    void content_is_saved_under_its_session() {
        SaveResult saved = studio.saveAnalysis().save(KEY, studio.contentOf(MORNING));
        assertEquals(SaveOutcome.CREATED, saved.outcome());
        Conversation stored = studio.repository.find(KEY).orElseThrow();
        assertEquals(studio.contentOf(MORNING), stored.content());
        assertEquals(saved.head(), Optional.of(stored.head()));
        assertEquals(studio.wall.instant(), stored.createdAt());
    }

    /** The page sends back what it got; its form encoding turns line ends into CRLF, and segments and engine get lost. */
    @Test
    void backup_save_of_an_upload_changes_nothing() {
        Content answered = studio.processRecording().process(MORNING_RECORDING).content();
        Conversation before = studio.repository.find(KEY).orElseThrow();
        studio.wall.set(studio.wall.instant().plusSeconds(5));
        String asSentByForm = answered.transcript().text().replace("\n", "\r\n");
        SaveResult saved = studio.saveAnalysis()
                .save(KEY, new Content(Transcript.of(asSentByForm), answered.analysis()));
        assertEquals(SaveResult.of(SaveOutcome.UNCHANGED, before.head()), saved);
        assertEquals(Optional.of(before), studio.repository.find(KEY));
        assertEquals(1, studio.repository.list(KEY.owner(), new PageRequest(1, 10)).total());
    }

    @Test
    void other_content_is_a_new_intent() {
        Head first = studio.saveAnalysis().save(KEY, studio.contentOf(MORNING)).head().orElseThrow();
        SaveResult second = studio.saveAnalysis().save(KEY, studio.contentOf(EVENING));
        assertEquals(SaveOutcome.UPDATED, second.outcome());
        assertTrue(second.head().orElseThrow().order().isNewerThan(first.order()));
    }

    /** The clock of the instance that saved first may be ahead: what was acknowledged is older all the same. */
    @Test
    void intent_is_newer_than_what_a_faster_clock_saved() {
        studio.saveAnalysis().save(KEY, studio.contentOf(MORNING));
        SettableClock behind = new SettableClock(studio.wall.instant().minusSeconds(3600));
        SaveAnalysis otherInstance = new SaveAnalysis(studio.stores(), new OrderClock(behind));
        assertEquals(SaveOutcome.UPDATED, otherInstance.save(KEY, studio.contentOf(EVENING)).outcome());
    }

    /** A repeated content keeps its old order, so it cannot push out what came in between. */
    @Test
    void backup_save_is_superseded_by_a_recording_that_comes_in_between() {
        Content morning = studio.processRecording().process(MORNING_RECORDING).content();
        SaveAnalysis overtaken = new SaveAnalysis(new Stores(new DecoratedRepository(studio.repository) {
            @Override
            public Optional<Head> head(ConversationKey key) {
                Optional<Head> head = super.head(key);
                studio.processRecording().process(EVENING_RECORDING);
                return head;
            }
        }, studio.journal, studio.backlog), studio.orders);
        assertEquals(SaveOutcome.SUPERSEDED, overtaken.save(KEY, morning).outcome());
        assertEquals(studio.contentOf(EVENING), studio.repository.find(KEY).orElseThrow().content());
    }

    @Test
    void both_use_cases_store_the_same_for_the_same_input() {
        studio.processRecording().process(MORNING_RECORDING);
        Studio other = new Studio();
        other.saveAnalysis().save(KEY, other.contentOf(MORNING));
        assertEquals(studio.repository.find(KEY), other.repository.find(KEY));
    }
}
