package dev.scripta.core.tck;

import static dev.scripta.core.tck.Samples.content;
import static dev.scripta.core.tck.Samples.newOwner;
import static dev.scripta.core.tck.Samples.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.Segment;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Text comes back as it was saved, to the last character. */
interface TextRules extends RepositoryRules {

    /**
     * Text of all scripts comes back exactly, in transcript, segments and analysis.
     *
     * <p>
     * If this fails, check the encoding of store and connection, and for normalisation and "invisible character" filters.
     */
    @Test
    default void r12_text_of_all_scripts_is_exact() {
        for (String text : SampleTexts.SCRIPTS) {
            Transcript transcript = new Transcript(text, Optional.empty(),
                    List.of(new Segment(Duration.ZERO, Duration.ZERO, text)), Optional.empty());
            assertRoundTrip(samples().newKey(), new Content(transcript, new Analysis(JsonObject.of(text, text))));
        }
    }

    /**
     * Text of every length comes back whole, from none to a megabyte, also of 4-byte characters.
     *
     * <p>
     * If this fails, check column types and how the driver binds long strings.
     */
    @Test
    default void r13_text_of_every_length_is_exact() {
        for (int length : new int[]{0, 1, 1_023, 1_024, 1_025, 4_095, 4_096, 4_097, 1 << 20}) {
            assertRoundTrip(samples().newKey(), content("x".repeat(length)));
            assertRoundTrip(samples().newKey(), content("\ud83d\ude00".repeat(length / 4)));
        }
    }

    /**
     * Text that looks like a part of a statement is data, wherever it stands.
     *
     * <p>
     * If this fails, check that every value is bound, and the library's own parsing of parameters and escapes.
     */
    @Test
    default void r14_hostile_text_is_data() {
        for (String text : SampleTexts.HOSTILE) {
            Transcript transcript = new Transcript(text, Optional.of(text),
                    List.of(new Segment(Duration.ZERO, Duration.ZERO, text)), Optional.of(text));
            Content content = new Content(transcript, new Analysis(JsonObject.of(text, text)));
            ConversationKey key = new ConversationKey(newOwner(text), new SessionId(text));
            Conversation saved = assertRoundTrip(key, content);
            assertEquals(Optional.of(saved), repository().find(key.owner(), saved.head().id()), text);
            assertTrue(repository().delete(key.owner(), saved.head().id()), text);
        }
    }

    private Conversation assertRoundTrip(ConversationKey key, Content content) {
        repository().save(request(key, content, 1));
        Conversation found = repository().find(key).orElseThrow();
        assertEquals(key, found.key());
        assertEquals(content.transcript().text(), found.content().transcript().text());
        assertEquals(content.transcript().segments(), found.content().transcript().segments());
        assertEquals(content.analysis().json().toJson(), found.content().analysis().json().toJson());
        assertEquals(content, found.content());
        return found;
    }
}
