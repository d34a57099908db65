package dev.scripta.adapters.speech.whisper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.Segment;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WordsTest {

    @Test
    void names_of_tokens_are_no_words() {
        assertEquals(" Hello, [he said].", Words.heard(
                "[_BEG_] Hello,<|0.50|> [he said].[_TT_50][_extra_token_7]<|endoftext|>"));
    }

    @Test
    void what_no_store_keeps_goes_and_what_was_torn_is_marked() {
        assertEquals("ab", Words.heard("a\0\ud83db"));
        assertEquals("a\ufffdb\ufffd", Words.heard("a\u00f0\u009f\u0098\u0080b"));
        assertEquals("»með« garð¿", Words.heard("»með« garð¿"));
    }

    @Test
    void end_of_what_was_said_before_begins_with_a_word() {
        assertEquals("as it is", Words.preceding(" as it is\n"));
        String end = Words.preceding("A word, ".repeat(1_000));
        assertTrue(end.length() <= 800 && (end.startsWith("word") || end.startsWith("A")) && end.endsWith("word,"),
                end);
        assertEquals("ab", Words.preceding("a😀b\0"));
    }

    @Test
    void segments_keep_within_the_audio_and_have_words() {
        Heard heard = Heard.of(List.of(new Utterance(0, 120, " One"), new Utterance(110, 110, " "),
                new Utterance(100, 90, " two."), new Utterance(150, 3_000, " Three")), Duration.ofSeconds(2));
        assertEquals("One  two. Three", heard.text());
        assertEquals(List.of(segment(0, 1_200, "One"), segment(1_000, 1_000, "two."), segment(1_500, 2_000, "Three")),
                heard.segments());
        assertEquals("", Heard.of(List.of(), Duration.ofSeconds(1)).text());
    }

    private static Segment segment(long from, long to, String text) {
        return new Segment(Duration.ofMillis(from), Duration.ofMillis(to), text);
    }
}
