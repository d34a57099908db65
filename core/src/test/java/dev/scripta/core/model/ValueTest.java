package dev.scripta.core.model;

import static dev.scripta.core.model.Json.array;
import static dev.scripta.core.model.Json.number;
import static dev.scripta.core.model.Json.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What small values can do. */
final class ValueTest {

    @Test
    void depth_counts_arrays_and_objects() {
        assertEquals(0, number("1").depth());
        assertEquals(0, JsonNull.NULL.depth());
        assertEquals(1, object().depth());
        assertEquals(1, array(number("1"), "x").depth());
        assertEquals(3, object("a", array(), "b", array(object("c", true))).depth());
    }

    @Test
    void member_is_found_by_its_exact_name() {
        JsonObject object = object("a", JsonNull.NULL);
        assertEquals(Optional.of(JsonNull.NULL), object.get("a"));
        assertEquals(Optional.empty(), object.get("A"));
    }

    @Test
    void equality_ignores_member_order_but_not_number_form() {
        assertEquals(object("a", "1", "b", "2"), object("b", "2", "a", "1"));
        assertNotEquals(number("1"), number("1.0"));
    }

    @Test
    void session_is_abbreviated_to_eight_whole_characters() {
        assertEquals("abcdefgh", new SessionId("abcdefghi").abbreviated());
        assertEquals("abc", new SessionId("abc").abbreviated());
        assertEquals("\ud83d\ude00".repeat(8), new SessionId("\ud83d\ude00".repeat(9)).abbreviated());
    }

    @Test
    void page_has_more_until_the_end() {
        assertTrue(new ConversationPage(new PageRequest(1, 2), List.of(), 3).hasMore());
        assertFalse(new ConversationPage(new PageRequest(2, 2), List.of(), 4).hasMore());
        assertFalse(new ConversationPage(new PageRequest(Integer.MAX_VALUE, 50), List.of(), 4).hasMore());
    }

    @Test
    void digests_compare_like_their_bytes() {
        assertTrue(new Sha256("0".repeat(64)).compareTo(new Sha256("f".repeat(64))) < 0);
        assertTrue(new Sha256("9" + "0".repeat(63)).compareTo(new Sha256("a" + "0".repeat(63))) < 0);
        assertEquals("0".repeat(16), new Sha256("0".repeat(64)).abbreviated());
    }

    @Test
    void blank_transcript_has_no_speech() {
        assertFalse(Transcript.of("").hasSpeech());
        assertFalse(Transcript.of(" \n\u2003").hasSpeech());
        assertTrue(Transcript.of("a").hasSpeech());
        assertFalse(Transcript.noSpeech("engine").hasSpeech());
        assertEquals(Optional.of("engine"), Transcript.noSpeech("engine").engine());
    }
}
