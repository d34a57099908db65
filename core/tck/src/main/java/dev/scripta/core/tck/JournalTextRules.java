package dev.scripta.core.tck;

import static dev.scripta.core.tck.JournalSteps.LEASE;
import static dev.scripta.core.tck.JournalSteps.MINUTE;
import static dev.scripta.core.tck.JournalSteps.ask;
import static dev.scripta.core.tck.JournalSteps.assertDone;
import static dev.scripta.core.tck.JournalSteps.assertPostponed;
import static dev.scripta.core.tck.JournalSteps.claim;
import static dev.scripta.core.tck.JournalSteps.recording;
import static dev.scripta.core.tck.Samples.content;
import static dev.scripta.core.tck.Samples.newOwner;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.EngineFailure;
import dev.scripta.core.model.EngineFailure.Stage;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.Segment;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.JournalAnswer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Words come back as they were noted, to the last character. */
interface JournalTextRules extends JournalRules {

    /**
     * Text of all scripts comes back exactly, in transcript, segments and analysis; so does everything else of a content.
     *
     * <p>
     * If this fails, check the encoding of store and connection, and that no part of a transcript is left out.
     */
    @Test
    default void j12_content_of_all_scripts_is_exact() {
        assertRoundTrips(Stream.concat(
                SampleTexts.SCRIPTS.stream().map(text -> new Content(spoken(text, Optional.empty()), analysis(text))),
                Stream.of(Samples.richContent("said"), content(SampleAnalyses.everyForm()),
                        new Content(Transcript.noSpeech("engine"), Analysis.NONE))));
    }

    /**
     * Text of every length comes back whole, from none to a megabyte, also of 4-byte characters.
     *
     * <p>
     * If this fails, check column types and how the driver binds long strings.
     */
    @Test
    default void j12_text_of_every_length_is_exact() {
        assertRoundTrips(IntStream.of(0, 1, 4_095, 4_096, 4_097, 1 << 20)
                .boxed()
                .flatMap(length -> Stream.of(content("x".repeat(length)), content("\ud83d\ude00".repeat(length / 4)))));
    }

    /**
     * Text that looks like a part of a statement is data, wherever it stands.
     *
     * <p>
     * If this fails, check that every value is bound, and the library's own parsing of parameters and escapes.
     */
    @Test
    default void j12_hostile_text_is_data() {
        assertRoundTrips(SampleTexts.HOSTILE.stream()
                .map(text -> new Content(spoken(text, Optional.of(text)), analysis(text))));
        for (String text : SampleTexts.HOSTILE) {
            ConversationKey key = new ConversationKey(newOwner(text), new SessionId(text));
            JournalSteps.finish(journal(), recording(key, text), 1, content(text));
            assertDone(1, content(text), ask(journal(), recording(key, text), 2));
            assertTrue(journal().orderOf(key, content(text).fingerprint()).isPresent(), text);
            journal().forget(key);
            assertEquals(Optional.empty(), journal().orderOf(key, content(text).fingerprint()), text);
        }
    }

    /**
     * What went wrong is told in the words it was noted in.
     *
     * <p>
     * If this fails, check the columns' types and lengths.
     */
    @Test
    default void j12_details_are_exact() {
        Stream.of(SampleTexts.SCRIPTS, SampleTexts.HOSTILE, List.of("", "\ud83d\ude00".repeat(5_000)))
                .flatMap(List::stream)
                .forEach(text -> {
                    EngineFailure failure = new EngineFailure(Stage.TRANSCRIPTION, text, true);
                    RecordingKey one = recording(samples().newKey(), "one");
                    assertTrue(journal().postpone(claim(journal(), one, 1), failure, LEASE));
                    assertPostponed(failure, LEASE, ask(journal(), one, 2));
                    RecordingKey two = recording(samples().newKey(), "two");
                    assertTrue(journal().refuse(claim(journal(), two, 1), Reason.UNREADABLE, text, LEASE));
                    assertEquals(new JournalAnswer.Refused(Reason.UNREADABLE, text), ask(journal(), two, 2));
                });
    }

    private static Transcript spoken(String text, Optional<String> name) {
        return new Transcript(text, name, List.of(new Segment(Duration.ZERO, Duration.ofMillis(1), text)), name);
    }

    private static Analysis analysis(String text) {
        return new Analysis(JsonObject.of(text, text));
    }

    /** Each transcript comes back from a take-over, each content as the result. */
    private void assertRoundTrips(Stream<Content> contents) {
        Map<RecordingKey, Content> noted = new LinkedHashMap<>();
        contents.forEach(content -> noted.put(recording(samples().newKey(), "audio"), content));
        noted.forEach((recording, content) -> assertTrue(
                journal().checkpoint(claim(journal(), recording, 1), content.transcript(), LEASE)));
        letPass(LEASE.plus(MINUTE));
        noted.forEach((recording, content) -> {
            Claim next = claim(journal(), recording, 1);
            assertEquals(Optional.of(content.transcript()), next.transcript());
            assertTrue(journal().complete(next, content));
            assertDone(1, content, ask(journal(), recording, 1));
        });
    }
}
