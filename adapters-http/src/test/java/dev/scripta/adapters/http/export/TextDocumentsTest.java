package dev.scripta.adapters.http.export;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.Gap;
import dev.scripta.core.model.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextDocumentsTest {

    private static String markdown(String prose) {
        return Markdown.of(new Paper("T", Optional.empty(), Samples.TIME, List.of(Block.prose(prose))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', ignoreLeadingAndTrailingWhitespace = false, value = {
            "<b>x</b> & y|\\<b\\>x\\</b\\> \\& y", "[a](http://x)|\\[a\\](http://x)", "![a](b)|\\!\\[a\\](b)",
            "`x`|\\`x\\`",
            "*a* _b_|\\*a\\* \\_b\\_", "# h|\\# h", "- a|\\- a", "+ a|\\+ a", "1. a|1\\. a", "12) a|12\\) a",
            "===|\\===",
            "> q|\\> q", "~~~|\\~\\~\\~", "a\\|a\\\\", "2026-11-22|2026-11-22", "1.5|1\\.5", "    code|code",
            "&amp;|\\&amp;"})
    void in_markdown_text_is_text(String text, String written) {
        assertEquals("# T\n\n" + written + "\n", markdown(text));
    }

    @Test
    void lines_stay_lines_and_paragraphs_paragraphs() {
        assertEquals("# T\n\na\\\nb\n\nc\n", markdown("a\nb\r\n\r\n\r\nc\n"));
        Paper list = new Paper("T", Optional.empty(), Samples.TIME,
                List.of(Block.item(1, "a\nb\n\nc"), Block.field(0, "L*", "x\ny"), Block.field(2, "Empty", "")));
        assertEquals("# T\n\n  - a\\\n    b\n\n    c\n- **L\\*:** x\\\n  y\n    - **Empty:**\n", Markdown.of(list));
        assertEquals("T\n=\n\n  - a\n    b\n\n    c\nL*: x\n  y\n    Empty:\n",
                PlainText.of(list).replaceAll("(?m)^ +$", ""));
    }

    @Test
    void control_characters_reach_no_terminal() {
        Paper paper = new Paper("T\u001B[2J", Optional.empty(), Samples.TIME, List.of(Block.prose(
                "a\u0007\u009Bb\tc")));
        assertEquals("T\uFFFD[2J\n=====\n\na\uFFFD\uFFFDb    c\n", PlainText.of(paper));
    }

    @Test
    void letters_stay_in_the_order_in_which_they_were_said() {
        Paper paper = new Paper("T\u202E", Optional.empty(), Samples.TIME, List.of(Block.prose(
                "dose \u202E05\u202C mg")));
        assertAll(() -> assertEquals("T\n=\n\ndose 05 mg\n", PlainText.of(paper)),
                () -> assertEquals("# T\n\ndose 05 mg\n", Markdown.of(paper)));
    }

    @Test
    void a_conversation_tells_where_words_are_missing_and_when_it_changed() {
        Transcript transcript = new Transcript("Hi", Optional.of("en-US"), List.of(), Optional.of("whisper"),
                List.of(new Gap(Duration.ofSeconds(3), Duration.ofMillis(4500))), List.of());
        String text = PlainText.of(ConversationPaper.of(Samples.conversation(transcript, "{}"), Optional.of(
                "A\ncall")));
        assertAll(() -> assertTrue(text.startsWith("A call\n======\n\nSession: f81d4fae\nRecorded: 2026-11-22 06:26:25 "
                + "+00:00\nLanguage: en-US\nRecognised by: whisper\n"), text),
                () -> assertTrue(text.endsWith("Words are missing\n-----------------\n- 00:00:03.000 – 00:00:04.500\n"),
                        text),
                () -> assertFalse(text.contains("a765"), "the session id in full"));
    }

    @Test
    void nobody_spoke_is_told_as_well() {
        String text = PlainText.of(ConversationPaper.of(
                Samples.conversation(Transcript.noSpeech("test"), "{}"), Optional.empty()));
        assertTrue(text.startsWith("Conversation\n") && text.endsWith("Transcript\n----------\n–\n"), text);
    }

    @Test
    void what_may_be_spoken_text_is_not_printed_by_values() {
        assertEquals("Block[PROSE 0]", Block.prose("secret").toString());
        assertFalse(new Paper("secret", Optional.empty(), Samples.TIME, List.of(Block.prose("secret"))).toString()
                .contains("secret"));
    }
}
