package dev.scripta.adapters.speech.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Long text is divided, and none of it is lost. */
final class PartsTest {

    @Test
    void text_that_fits_is_one_part() {
        assertEquals(List.of("Hello. World."), Parts.of("Hello. World.", 13));
    }

    @Test
    void parts_end_where_sentences_end() {
        assertEquals(List.of("One two. ", "Three four! ", "Five six? ", "Seven."),
                Parts.of("One two. Three four! Five six? Seven.", 14));
    }

    @Test
    void parts_end_where_lines_end_when_there_is_no_punctuation() {
        assertEquals(List.of("good morning\n", "how are you\n", "fine"), Parts.of("good morning\nhow are you\nfine",
                14));
    }

    @Test
    void chinese_sentences_are_told_by_their_full_stops() {
        assertEquals(List.of("你好世界。", "我们明天再谈。"), Parts.of("你好世界。我们明天再谈。", 8));
    }

    @Test
    void endless_sentences_are_divided_at_blanks_or_between_characters() {
        assertEquals(List.of("aaaa bbbb ", "cccc"), Parts.of("aaaa bbbb cccc", 10));
        assertEquals(List.of("x\ud83d\ude00", "\ud83d\ude00", "\ud83d\ude00"),
                Parts.of("x\ud83d\ude00\ud83d\ude00\ud83d\ude00", 3));
    }

    @Test
    void joined_again_the_parts_are_the_text() {
        Random random = new Random(1);
        for (int round = 0; round < 300; round++) {
            String text = random.ints(random.nextInt(2_000), 0, 8)
                    .mapToObj(i -> List.of("word", " ", ". ", "\n", "? ", "\ud83d\ude00", "。", "Dr. ").get(i))
                    .collect(Collectors.joining());
            int limit = random.nextInt(2, 200);
            List<String> parts = Parts.of(text, limit);
            assertEquals(text, String.join("", parts));
            parts.forEach(part -> {
                assertTrue(part.length() <= limit, () -> part.length() + " > " + limit);
                assertFalse(!part.isEmpty() && Character.isLowSurrogate(part.charAt(0)));
            });
            assertFalse(parts.size() > 1 && parts.contains(""));
        }
    }
}
