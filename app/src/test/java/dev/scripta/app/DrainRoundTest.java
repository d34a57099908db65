package dev.scripta.app;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.app.metrics.Meters;
import dev.scripta.core.memory.InMemorySaveBacklog;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.SaveBacklog;
import dev.scripta.core.usecase.Drained;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DrainRoundTest {

    private final SaveBacklog backlog = new InMemorySaveBacklog(10);
    private final Meters meters = new Meters();
    private Drained drained = new Drained(0, 0, true);
    private int drains;
    private final DrainRound round = new DrainRound(backlog, () -> {
        drains++;
        return drained;
    }, meters, new Random(1));

    private void put() {
        ConversationKey key = new ConversationKey(OwnerId.LOCAL, new SessionId("s"));
        Content content = new Content(Transcript.of("hello"), Analysis.NONE);
        backlog.add(new DeferredSave(SaveRequest.of(key, content, new Order(1), Instant.EPOCH), Optional.empty()));
    }

    @Test
    void nothing_is_tried_while_nothing_waits() {
        assertAll(() -> assertEquals(DrainRound.LOOK, round.get()), () -> assertEquals(0, drains));
    }

    @Test
    void a_store_that_is_away_is_asked_more_and_more_seldom_but_never_forgotten() {
        put();
        Duration longest = Duration.ZERO;
        for (int i = 1; i <= 100; i++) {
            Duration pause = round.get();
            assertTrue(pause.compareTo(DrainRound.AWAY.limit(i)) <= 0, "round " + i + ": " + pause);
            longest = pause.compareTo(longest) > 0 ? pause : longest;
        }
        Duration most = longest;
        assertAll(() -> assertEquals(100, drains),
                () -> assertTrue(most.compareTo(DrainRound.AWAY.longest().dividedBy(2)) > 0, most.toString()),
                () -> assertTrue(most.compareTo(DrainRound.AWAY.longest()) <= 0, most.toString()));
    }

    @Test
    void a_store_that_is_back_is_asked_each_second_again() {
        put();
        for (int i = 0; i < 20; i++) {
            round.get();
        }
        drained = new Drained(1, 0, false);
        assertEquals(DrainRound.LOOK, round.get());
        drained = new Drained(0, 0, true);
        assertTrue(round.get().compareTo(DrainRound.AWAY.first()) <= 0);
    }

    @Test
    void what_has_to_wait_for_others_is_asked_for_more_and_more_seldom() {
        put();
        drained = new Drained(0, 0, false);
        Duration all = Duration.ZERO;
        for (int i = 0; i < 20; i++) {
            all = all.plus(round.get());
        }
        assertTrue(all.compareTo(DrainRound.LOOK.multipliedBy(40)) > 0, all.toString());
    }

    @Test
    void what_is_settled_is_counted() {
        put();
        drained = new Drained(3, 1, false);
        round.get();
        round.get();
        assertTrue(meters.text().contains("\nscripta_drained_saves_total 6.0\n"), meters.text());
    }
}
