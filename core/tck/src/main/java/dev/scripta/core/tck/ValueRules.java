package dev.scripta.core.tck;

import static dev.scripta.core.tck.Samples.A;
import static dev.scripta.core.tck.Samples.B;
import static dev.scripta.core.tck.Samples.content;
import static dev.scripta.core.tck.Samples.request;
import static dev.scripta.core.tck.Samples.richContent;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.JsonArray;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonValue;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.model.SaveRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Analyses, transcript details and times come back as they were saved. */
interface ValueRules extends RepositoryRules {

    /**
     * An analysis keeps its member order, the form of its numbers, empty objects and arrays, null members and names that
     * look alike.
     *
     * <p>
     * If this fails, check that the store keeps the JSON text (PostgreSQL: {@code json} or {@code text}, not
     * {@code jsonb}) and that it is read with {@link java.math.BigDecimal}.
     */
    @Test
    default void r15_analysis_keeps_order_and_number_form() {
        ConversationKey key = samples().newKey();
        JsonObject analysis = SampleAnalyses.everyForm();
        repository().save(request(key, content(analysis), 1));
        assertEquals(analysis.toJson(), found(key).content().analysis().json().toJson(), "found by session");
        assertEquals(analysis.toJson(), repository().list(key.owner(), new PageRequest(1, 1))
                .entries()
                .get(0)
                .analysis()
                .json()
                .toJson(), "listed");
    }

    /**
     * An analysis may nest as deep as the model allows, and may be empty.
     *
     * <p>
     * If this fails, check the depth limits of the JSON library and the store.
     */
    @Test
    default void r15_analysis_keeps_its_depth() {
        JsonValue value = JsonObject.EMPTY;
        while (value.depth() < Analysis.MAX_DEPTH - 1) {
            value = value.depth() % 2 == 0 ? new JsonObject(Map.of("in", value)) : new JsonArray(List.of(value));
        }
        for (JsonObject analysis : List.of(new JsonObject(Map.of("in", value)), JsonObject.EMPTY)) {
            ConversationKey key = samples().newKey();
            repository().save(request(key, content(analysis), 1));
            assertEquals(analysis.toJson(), found(key).content().analysis().json().toJson());
        }
    }

    /**
     * Everything that belongs to a transcript and an analysis comes back: language, segments and words (to the nanosecond),
     * engine, gaps, template and receipts.
     *
     * <p>
     * If this fails, check how durations are written: a double loses digits; and that no part is left out.
     */
    @Test
    default void r15_everything_beside_the_words_comes_back() {
        ConversationKey key = samples().newKey();
        Content rich = richContent("spoken");
        repository().save(request(key, rich, 1));
        assertEquals(rich.transcript().segments(), found(key).content().transcript().segments());
        assertEquals(rich, found(key).content());
    }

    /**
     * Times come back to the microsecond, in whatever zone program, session and server are; finer digits are cut.
     *
     * <p>
     * If this fails, check that instants are bound as date-times with an offset, never as local times, and for rounding.
     */
    @Test
    default void r16_times_are_exact_to_the_microsecond() {
        for (Instant time : SampleTimes.ALL) {
            ConversationKey key = samples().newKey();
            Instant cut = time.truncatedTo(ChronoUnit.MICROS);
            repository().save(SaveRequest.of(key, A, new Order(1), time));
            assertEquals(cut, found(key).createdAt(), "created");
            assertEquals(cut, found(key).updatedAt(), "updated");
            Instant later = time.plusNanos(1_000);
            repository().save(SaveRequest.of(key, B, new Order(2), later));
            assertEquals(cut, found(key).createdAt(), "creation time stays");
            assertEquals(later.truncatedTo(ChronoUnit.MICROS), found(key).updatedAt(), "updated again");
        }
        assertEquals(SampleTimes.ALL.stream().map(time -> time.truncatedTo(ChronoUnit.MICROS)).sorted().toList(),
                repository().list(samples().owner(), new PageRequest(1, PageRequest.MAX_SIZE))
                        .entries()
                        .stream()
                        .map(entry -> entry.createdAt())
                        .sorted()
                        .toList(), "listed");
    }

    private Conversation found(ConversationKey key) {
        return repository().find(key).orElseThrow();
    }
}
