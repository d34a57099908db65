package dev.scripta.core.usecase;

import static dev.scripta.core.usecase.Studio.EVENING;
import static dev.scripta.core.usecase.Studio.KEY;
import static dev.scripta.core.usecase.Studio.MORNING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.EngineCall;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.model.Transcript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Saves that insist on what their caller has seen: {@code If-Match} and {@code If-None-Match} (C18 to C20, X09, P06). */
final class SaveExpectedTest {

    private static final Predicate<Optional<Head>> NOTHING = Optional::isEmpty;

    private final Studio studio = new Studio();
    private final Instance instance = new Instance(studio);
    private final Content morning = studio.contentOf(MORNING);
    private final Content evening = studio.contentOf(EVENING);

    @Test
    void what_was_seen_is_replaced() {
        Head seen = instance.save.save(KEY, morning).head().orElseThrow();
        SaveResult saved = instance.save.save(KEY, evening, revision(1));
        assertEquals(SaveOutcome.UPDATED, saved.outcome());
        assertEquals(2, saved.head().orElseThrow().revision());
        assertTrue(saved.head().orElseThrow().order().isNewerThan(seen.order()));
    }

    @Test
    void what_changed_since_is_kept() {
        instance.save.save(KEY, morning);
        Head current = instance.save.save(KEY, evening).head().orElseThrow();
        SaveResult refused = instance.save.save(KEY, studio.contentOf("Other words."), revision(1));
        assertEquals(SaveResult.of(SaveOutcome.CONFLICT, current), refused);
        assertEquals(evening, studio.repository.find(KEY).orElseThrow().content());
    }

    /** RFC 9110, section 13.1.1: the answer of the first try got lost. */
    @Test
    void repeated_save_that_took_effect_is_no_conflict() {
        instance.save.save(KEY, morning);
        Head current = instance.save.save(KEY, evening, revision(1)).head().orElseThrow();
        assertEquals(SaveResult.of(SaveOutcome.UNCHANGED, current), instance.save.save(KEY, evening, revision(1)));
    }

    @Test
    void nothing_is_expected_where_nothing_is() {
        assertEquals(SaveOutcome.CREATED, instance.save.save(KEY, morning, NOTHING).outcome());
        assertEquals(SaveOutcome.UNCHANGED, instance.save.save(KEY, morning, NOTHING).outcome());
        assertEquals(SaveOutcome.CONFLICT, instance.save.save(KEY, evening, NOTHING).outcome());
    }

    @Test
    void what_is_not_there_cannot_have_been_seen() {
        SaveResult refused = instance.save.save(KEY, morning, revision(1));
        assertEquals(new SaveResult(SaveOutcome.CONFLICT, Optional.empty()), refused);
    }

    @Test
    void change_between_look_and_save_is_a_conflict() {
        instance.save.save(KEY, morning);
        instance.onReply("head", () -> new Instance(studio).save.save(KEY, evening));
        SaveResult refused = instance.save.save(KEY, studio.contentOf("Other words."), revision(1));
        assertEquals(SaveOutcome.CONFLICT, refused.outcome());
        assertEquals(evening, studio.repository.find(KEY).orElseThrow().content());
    }

    /** C20. */
    @Test
    void old_content_comes_back_only_to_who_insists() {
        instance.process.process(Studio.MORNING_RECORDING);
        instance.process.process(Studio.EVENING_RECORDING);
        assertEquals(SaveOutcome.SUPERSEDED, instance.save.save(KEY, morning).outcome());
        assertEquals(SaveOutcome.UPDATED, instance.save.save(KEY, morning, revision(2)).outcome());
    }

    /** Pages bring words and an object; what they did not touch keeps its times, its template and its receipts. */
    @Test
    void correction_keeps_what_it_did_not_change() {
        Content stored = withReceipts(morning);
        studio.repository.save(SaveRequest.of(KEY, stored, new Order(1), studio.wall.instant()));
        Content brought = new Content(Transcript.of(MORNING), new Analysis(JsonObject.of("summary", "corrected")));
        assertEquals(SaveOutcome.UPDATED, instance.save.save(KEY, brought, revision(1)).outcome());
        Content corrected = studio.repository.find(KEY).orElseThrow().content();
        assertEquals(stored.transcript(), corrected.transcript(), "segments, language, engine and receipts");
        assertEquals(new Analysis(brought.analysis().json(), stored.analysis().template(), stored.analysis().calls()),
                corrected.analysis());
    }

    @Test
    void other_words_have_no_times() {
        Content stored = withReceipts(morning);
        studio.repository.save(SaveRequest.of(KEY, stored, new Order(1), studio.wall.instant()));
        Transcript words = Transcript.of(MORNING + " Corrected.");
        instance.save.save(KEY, new Content(words, new Analysis(stored.analysis().json())), revision(1));
        Content corrected = studio.repository.find(KEY).orElseThrow().content();
        assertEquals(words, corrected.transcript());
        assertEquals(stored.analysis(), corrected.analysis());
    }

    private static Content withReceipts(Content content) {
        return new Content(content.transcript(), new Analysis(content.analysis().json(), Optional.of("general"),
                List.of(EngineCall.of("model").withRequest("req_1"))));
    }

    @Test
    void save_that_insists_is_never_deferred() {
        for (String call : List.of("head", "save")) {
            instance.cut(call);
            StorageFailedException told = assertThrows(StorageFailedException.class,
                    () -> instance.save.save(KEY, morning, NOTHING));
            assertEquals(Optional.of(KEY.session()), told.session());
            assertFalse(studio.backlog.find(KEY).isPresent());
            instance.heal();
        }
    }

    /** P06: each appends to what it has seen; whatever was acknowledged is in the list, once, in the order of revisions. */
    @Test
    void list_to_which_many_append_loses_nothing() throws Exception {
        int writers = 4;
        int each = 25;
        instance.save.save(KEY, list(""));
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        CyclicBarrier start = new CyclicBarrier(writers);
        try {
            List<Callable<List<String>>> appends = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                String name = "w" + i;
                appends.add(() -> {
                    start.await(30, TimeUnit.SECONDS);
                    return append(new Instance(studio), name, each);
                });
            }
            Collection<String> acknowledged = new ArrayList<>();
            for (Future<List<String>> done : threads.invokeAll(appends)) {
                acknowledged.addAll(done.get());
            }
            Conversation end = studio.repository.find(KEY).orElseThrow();
            List<String> items = Arrays.asList(end.content().transcript().text().strip().split(" "));
            assertEquals(acknowledged.stream().sorted().toList(), items.stream().sorted().toList());
            assertEquals(writers * each, items.size());
            assertEquals(1 + items.size(), end.head().revision());
        } finally {
            threads.shutdownNow();
        }
    }

    private List<String> append(Instance writer, String name, int count) {
        List<String> appended = new ArrayList<>();
        while (appended.size() < count) {
            String item = name + "-" + appended.size();
            Conversation seen = studio.repository.find(KEY).orElseThrow();
            SaveResult saved = writer.save.save(KEY, list(seen.content().transcript().text() + " " + item),
                    head -> head.equals(Optional.of(seen.head())));
            if (saved.outcome() == SaveOutcome.UPDATED) {
                appended.add(item);
            } else {
                assertEquals(SaveOutcome.CONFLICT, saved.outcome());
            }
        }
        return appended;
    }

    private static Content list(String items) {
        return new Content(Transcript.of(items), new Analysis(JsonObject.EMPTY));
    }

    private static Predicate<Optional<Head>> revision(long seen) {
        return head -> head.map(Head::revision).equals(Optional.of(seen));
    }
}
