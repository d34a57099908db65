package dev.scripta.core.usecase;

import static dev.scripta.core.usecase.Studio.EVENING;
import static dev.scripta.core.usecase.Studio.EVENING_RECORDING;
import static dev.scripta.core.usecase.Studio.KEY;
import static dev.scripta.core.usecase.Studio.MORNING;
import static dev.scripta.core.usecase.Studio.MORNING_RECORDING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.model.ClaimRequest;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.port.JournalAnswer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of each kind of save that waits. */
final class DrainBacklogTest {

    private static final ConversationKey OTHER = new ConversationKey(new OwnerId("boris"), new SessionId("session-1"));

    private final Studio studio = new Studio();
    private final Instance instance = new Instance(studio);

    @Test
    void recordings_result_is_told_to_the_journal_and_then_saved() {
        Content morning = wait(KEY, MORNING, 7, Optional.of(MORNING_RECORDING.digest()));
        assertEquals(new Drained(1, 0, false), instance.drain.drain());
        Conversation stored = studio.repository.find(KEY).orElseThrow();
        assertEquals(morning, stored.content());
        assertEquals(new Order(7), stored.head().order());
        assertEquals(Optional.of(new Order(7)), studio.journal.orderOf(KEY, morning.fingerprint()));
        assertTrue(instance.process.process(MORNING_RECORDING).replayed());
        assertEquals(0, instance.transcriptions.get());
        assertEquals(0, instance.claims.count());
    }

    @Test
    void recordings_result_gives_way_to_the_one_the_journal_has() {
        Content journals = instance.process.process(EVENING_RECORDING).content();
        Order order = studio.repository.head(KEY).orElseThrow().order();
        wait(KEY, MORNING, order.value() + 5, Optional.of(EVENING_RECORDING.digest()));
        assertEquals(new Drained(1, 0, false), instance.drain.drain());
        assertEquals(journals, studio.repository.find(KEY).orElseThrow().content());
        assertEquals(order, studio.repository.head(KEY).orElseThrow().order());
        assertEquals(0, studio.backlog.size().entries());
    }

    @Test
    void recording_in_work_elsewhere_is_left_for_later() {
        studio.journal.claim(new ClaimRequest(new RecordingKey(KEY, MORNING_RECORDING.digest()), new Order(3), false),
                Duration.ofSeconds(30));
        wait(KEY, MORNING, 7, Optional.of(MORNING_RECORDING.digest()));
        assertEquals(new Drained(0, 0, false), instance.drain.drain());
        assertEquals(1, studio.backlog.size().entries());
        instance.ticker.pass(Duration.ofSeconds(30));
        assertEquals(new Drained(1, 0, false), instance.drain.drain());
        assertEquals(new Order(3), studio.repository.head(KEY).orElseThrow().order());
    }

    @Test
    void claim_lost_before_the_result_is_told_leaves_it_for_later() {
        instance.onReply("claim", () -> {
            instance.ticker.pass(Duration.ofSeconds(30));
            JournalAnswer.Granted rivals = (JournalAnswer.Granted) studio.journal.claim(
                    new ClaimRequest(new RecordingKey(KEY, MORNING_RECORDING.digest()), new Order(9), false),
                    Duration.ofSeconds(30));
            assertEquals(2, rivals.claim().fence());
        });
        wait(KEY, MORNING, 7, Optional.of(MORNING_RECORDING.digest()));
        assertEquals(new Drained(0, 0, false), instance.drain.drain());
        assertEquals(Optional.empty(), studio.repository.find(KEY));
        assertEquals(1, studio.backlog.size().entries());
    }

    @Test
    void brought_content_is_saved_with_the_order_it_was_accepted_with() {
        wait(KEY, MORNING, 7, Optional.empty());
        assertEquals(new Drained(1, 0, false), instance.drain.drain());
        assertEquals(new Order(7), studio.repository.head(KEY).orElseThrow().order());
    }

    @Test
    void brought_content_that_repeats_a_recordings_result_is_superseded() {
        Content morning = instance.process.process(MORNING_RECORDING).content();
        instance.process.process(EVENING_RECORDING);
        long later = studio.repository.head(KEY).orElseThrow().order().value() + 100;
        wait(KEY, MORNING, later, Optional.empty());
        assertEquals(Optional.of(morning), studio.backlog.find(KEY).map(save -> save.request().content()));
        assertEquals(new Drained(1, 0, false), instance.drain.drain());
        assertEquals(studio.contentOf(EVENING), studio.repository.find(KEY).orElseThrow().content());
    }

    @Test
    void brought_content_that_is_there_already_does_not_become_newer() {
        Order order = instance.save.save(KEY, studio.contentOf(MORNING)).head().orElseThrow().order();
        wait(KEY, MORNING, order.value() + 100, Optional.empty());
        instance.drain.drain();
        assertEquals(order, studio.repository.head(KEY).orElseThrow().order());
    }

    /** F11. */
    @Test
    void save_that_the_store_refuses_is_given_up_and_the_next_is_saved() {
        wait(KEY, MORNING, 7, Optional.empty());
        studio.wall.set(studio.wall.instant().plusSeconds(1));
        wait(OTHER, EVENING, 8, Optional.empty());
        DrainBacklog drain = new DrainBacklog(
                new Stores(new DecoratedRepository(studio.repository) {
                    @Override
                    public SaveResult save(SaveRequest request) {
                        if (request.key().equals(KEY)) {
                            throw new StorageFailedException("The store refuses.", false);
                        }
                        return super.save(request);
                    }
                }, studio.journal, studio.backlog), instance.claims);
        assertEquals(new Drained(1, 1, false), drain.drain());
        assertEquals(Optional.empty(), studio.repository.find(KEY));
        assertTrue(studio.repository.find(OTHER).isPresent());
        assertEquals(1, studio.backlog.size().dead());
        assertEquals(0, studio.backlog.size().entries());
        assertEquals(new Drained(0, 0, false), drain.drain());
    }

    /** F20. */
    @Test
    void store_that_is_away_is_asked_once_and_nothing_is_given_up() {
        wait(KEY, MORNING, 7, Optional.empty());
        wait(OTHER, EVENING, 8, Optional.empty());
        instance.cut();
        assertEquals(new Drained(0, 0, true), instance.drain.drain());
        assertEquals(List.of("head"), instance.calls);
        assertEquals(2, studio.backlog.size().entries());
        instance.heal();
        assertEquals(new Drained(2, 0, false), instance.drain.drain());
    }

    /** A row that somebody has locked, or a save that always takes too long. */
    @Test
    void save_that_is_stuck_does_not_keep_the_others() {
        wait(KEY, MORNING, 7, Optional.empty());
        wait(OTHER, EVENING, 8, Optional.empty());
        Stores stores = new Stores(new DecoratedRepository(studio.repository) {
            @Override
            public SaveResult save(SaveRequest request) {
                if (request.key().equals(KEY)) {
                    throw new StorageFailedException("The row is locked.", true);
                }
                return super.save(request);
            }
        }, studio.journal, studio.backlog);
        DrainBacklog drain = new DrainBacklog(stores, new Claims(studio.journal, WorkRules.DEFAULT, instance.ticker));
        assertEquals(new Drained(1, 0, false), drain.drain());
        assertEquals(List.of(KEY), studio.backlog.waiting());
        assertTrue(studio.repository.find(OTHER).isPresent());
    }

    @Test
    void store_that_refuses_to_be_asked_has_something_against_us_and_not_against_the_save() {
        wait(KEY, MORNING, 7, Optional.empty());
        instance.refuse("head", "save");
        assertEquals(new Drained(0, 0, true), instance.drain.drain());
        assertEquals(1, studio.backlog.size().entries());
        assertEquals(0, studio.backlog.size().dead());
    }

    @Test
    void probe_that_succeeds_lets_the_others_follow_until_the_store_goes_away_again() {
        wait(KEY, MORNING, 7, Optional.empty());
        studio.wall.set(studio.wall.instant().plusSeconds(1));
        wait(OTHER, EVENING, 8, Optional.empty());
        instance.onReply("save", () -> instance.cut("head"));
        assertEquals(new Drained(1, 0, true), instance.drain.drain());
        assertEquals(List.of(OTHER), studio.backlog.waiting());
        assertEquals(1, Collections.frequency(instance.calls, "save"));
    }

    @Test
    void drained_counts_nothing_below_zero() {
        assertThrows(IllegalArgumentException.class, () -> new Drained(-1, 0, false));
        assertThrows(IllegalArgumentException.class, () -> new Drained(0, -1, false));
    }

    private Content wait(ConversationKey key, String words, long order, Optional<Sha256> audio) {
        Content content = studio.contentOf(words);
        assertTrue(studio.backlog.add(new DeferredSave(
                SaveRequest.of(key, content, new Order(order), studio.wall.instant()), audio)));
        return content;
    }
}
