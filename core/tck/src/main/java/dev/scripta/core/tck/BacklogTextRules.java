package dev.scripta.core.tck;

import static dev.scripta.core.tck.BacklogSteps.added;
import static dev.scripta.core.tck.BacklogSteps.save;
import static dev.scripta.core.tck.Samples.A;
import static dev.scripta.core.tck.Samples.content;
import static dev.scripta.core.tck.Samples.newOwner;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.Segment;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.SaveBacklog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What waits is what was added, to the last character. */
interface BacklogTextRules extends BacklogRules {

    /**
     * Text of all scripts and of every form is kept exactly, wherever it stands; so is everything else of a content.
     *
     * <p>
     * If this fails, check the encoding, escapes, and that no part is left out.
     */
    @Test
    default void b06_content_is_exact() {
        assertKept(Stream.of(
                Stream.concat(SampleTexts.SCRIPTS.stream(), Stream.of("\n", "a\n\nb\n", "\t", "a\u2028b"))
                        .map(text -> new Content(spoken(text, Optional.empty()), analysis(text))),
                SampleTexts.HOSTILE.stream().map(text -> new Content(spoken(text, Optional.of(text)), analysis(text))),
                Stream.of(Samples.richContent("said"), content(SampleAnalyses.everyForm()),
                        new Content(Transcript.noSpeech("engine"), Analysis.NONE)))
                .flatMap(contents -> contents)
                .map(content -> save(samples().newKey(), content, 1)));
    }

    /**
     * Text of every length is kept whole, from none to a megabyte, also of 4-byte characters.
     *
     * <p>
     * If this fails, check for limits and buffers.
     */
    @Test
    default void b06_text_of_every_length_is_exact() {
        assertKept(IntStream.of(0, 1, 8_191, 8_192, 8_193, 1 << 20)
                .boxed()
                .flatMap(length -> Stream.of(content("x".repeat(length)), content("\ud83d\ude00".repeat(length / 4))))
                .map(content -> save(samples().newKey(), content, 1)));
    }

    /**
     * Owners and sessions are kept exactly, whatever they look like.
     *
     * <p>
     * If this fails, check that the key is kept inside the entry, not guessed from its name.
     */
    @Test
    default void b06_hostile_owners_and_sessions_are_exact() {
        assertKept(SampleTexts.HOSTILE.stream()
                .map(text -> save(new ConversationKey(newOwner(text), new SessionId(text)), A, 1)));
    }

    /**
     * Times are kept to the microsecond, also before 1970 and far off.
     *
     * <p>
     * If this fails, check the format of times.
     */
    @Test
    default void b06_times_are_exact() {
        assertKept(SampleTimes.ALL.stream().map(this::requestedAt));
    }

    private DeferredSave requestedAt(Instant time) {
        return new DeferredSave(SaveRequest.of(samples().newKey(), A, new Order(1), time), Optional.empty());
    }

    private static Transcript spoken(String text, Optional<String> name) {
        return new Transcript(text, name, List.of(new Segment(Duration.ZERO, Duration.ofMillis(1), text)), name);
    }

    private static Analysis analysis(String text) {
        return new Analysis(JsonObject.of(text, text));
    }

    private void assertKept(Stream<DeferredSave> saves) {
        List<DeferredSave> all = saves.map(save -> added(backlog(), save)).toList();
        for (SaveBacklog backlog : List.of(backlog(), reopened())) {
            for (DeferredSave save : all) {
                DeferredSave found = backlog.find(save.key()).orElseThrow();
                assertEquals(save, found);
                assertEquals(json(save), json(found));
            }
        }
    }

    private static String json(DeferredSave save) {
        return save.request().content().analysis().json().toJson();
    }
}
