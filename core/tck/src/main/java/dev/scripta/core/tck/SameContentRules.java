package dev.scripta.core.tck;

import static dev.scripta.core.tck.Samples.A;
import static dev.scripta.core.tck.Samples.content;
import static dev.scripta.core.tck.Samples.request;
import static dev.scripta.core.tck.Samples.richContent;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.JsonNumber;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonString;
import dev.scripta.core.model.JsonValue;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.Transcript;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What counts as the same content: the fingerprint alone. */
interface SameContentRules extends RepositoryRules {

    /**
     * Member order and number form do not count: a browser's parse and stringify changes both.
     *
     * <p>
     * If this fails, check that fingerprints are compared, not text or the store's own JSON type.
     */
    @Test
    default void r07_member_order_and_number_form_do_not_count() {
        assertNext(SaveOutcome.UNCHANGED, members("a", "1", "b", "2"), members("b", "2", "a", "1"));
        assertNext(SaveOutcome.UNCHANGED, members("a", "1", "b", "100"), members("a", "1.0", "b", "1e2"));
        assertNext(SaveOutcome.UPDATED, members("a", "1", "b", "2"), members("a", "2", "b", "1"));
    }

    /**
     * CRLF and LF are the same line end: browsers send form fields with CRLF.
     *
     * <p>
     * If this fails, check that the transcript's text is compared and stored as the model has it.
     */
    @Test
    default void r07_line_end_form_does_not_count() {
        assertNext(SaveOutcome.UNCHANGED, spoken("one\ntwo\n"), spoken("one\r\ntwo\r\n"));
    }

    /**
     * Language, segments and engine do not count: the backup save of a page does not know them. They stay as they are.
     *
     * <p>
     * If this fails, check that fingerprints are compared, and that unchanged content is not written.
     */
    @Test
    default void r07_language_segments_and_engine_do_not_count() {
        Content rich = richContent("one");
        ConversationKey key = assertNext(SaveOutcome.UNCHANGED, rich, content("one"));
        Transcript kept = repository().find(key).orElseThrow().content().transcript();
        assertEquals(rich.transcript().language(), kept.language());
        assertEquals(rich.transcript().segments().size(), kept.segments().size());
    }

    /**
     * Everything else counts: blanks, letter case and the Unicode form are the speaker's, not the store's.
     *
     * <p>
     * If this fails, check for trimming, padding, collations and normalisation.
     */
    @Test
    default void r07_blanks_case_and_unicode_form_count() {
        assertNext(SaveOutcome.UPDATED, spoken("one"), spoken("one "));
        assertNext(SaveOutcome.UPDATED, spoken("one"), spoken("One"));
        assertNext(SaveOutcome.UPDATED, spoken("caf\u00e9"), spoken("cafe\u0301"));
        assertNext(SaveOutcome.UPDATED, valued("one"), valued("one "));
        assertNext(SaveOutcome.UPDATED, valued("caf\u00e9"), valued("cafe\u0301"));
    }

    private ConversationKey assertNext(SaveOutcome expected, Content first, Content second) {
        ConversationKey key = samples().newKey();
        repository().save(request(key, first, 1));
        assertEquals(expected, repository().save(request(key, second, 2)).outcome());
        Content current = expected == SaveOutcome.UPDATED ? second : first;
        assertEquals(current.fingerprint(), repository().head(key).orElseThrow().fingerprint());
        return key;
    }

    private static Content spoken(String text) {
        return new Content(Transcript.of(text), A.analysis());
    }

    private static Content valued(String text) {
        return content(new JsonObject(Map.of("summary", new JsonString(text))));
    }

    private static Content members(String name1, String number1, String name2, String number2) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put(name1, new JsonNumber(new BigDecimal(number1)));
        members.put(name2, new JsonNumber(new BigDecimal(number2)));
        return content(new JsonObject(members));
    }
}
