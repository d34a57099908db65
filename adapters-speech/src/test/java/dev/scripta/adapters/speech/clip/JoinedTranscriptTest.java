package dev.scripta.adapters.speech.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.scripta.adapters.speech.audio.SpeechSegment;
import dev.scripta.core.model.EngineCall;
import dev.scripta.core.model.Gap;
import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.model.Word;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JoinedTranscriptTest {

    private static final SpeechSegment FIRST = clip(2, 12);
    private static final SpeechSegment SECOND = clip(20, 30);

    private final JoinedTranscript joined = new JoinedTranscript(true);

    @Test
    void times_are_those_of_the_recording_also_of_words() {
        joined.add(FIRST, heard("one", segment(1, 2, "one")));
        joined.add(SECOND, heard("two three", new Segment(time(0), time(9), " two three ", List.of(
                word(0.5, 1, "two"), word(8, 9, "three")))));
        Transcript transcript = transcript();
        assertEquals(List.of(segment(3, 4, "one"), new Segment(time(20), time(29), "two three", List.of(
                word(20.5, 21, "two"), word(28, 29, "three")))), transcript.segments());
        assertEquals("one\ntwo three", transcript.text());
        assertEquals(2, transcript.calls().size());
        assertEquals(Optional.of("engine"), transcript.engine());
    }

    @Test
    void times_stay_within_the_clip_and_never_go_back() {
        joined.add(FIRST, heard("a b c", segment(9, 30, "a"), segment(29, 30, "b"), new Segment(time(9.5), time(9.6),
                "c", List.of(word(28, 29, "c")))));
        joined.add(SECOND, heard("d", segment(0, 1, "d")));
        assertEquals(List.of(segment(11, 12, "a"), segment(12, 12, "b"), new Segment(time(12), time(12), "c", List.of(
                word(12, 12, "c"))), segment(20, 21, "d")), transcript().segments());
    }

    @Test
    void clip_without_times_is_a_segment() {
        joined.add(FIRST, heard(" one "));
        assertEquals(List.of(segment(2, 12, "one")), transcript().segments());
        assertEquals(List.of(new Gap(time(20), time(30))), transcript().gaps(), "nothing of the second clip yet");
        joined.add(SECOND, heard("two", segment(1, 9, "two")));
        assertEquals(List.of(segment(2, 12, "one"), segment(21, 29, "two")), transcript().segments());
        assertEquals(List.of(), transcript().gaps());
    }

    @Test
    void engine_without_times_has_no_segments_but_gaps() {
        JoinedTranscript untimed = new JoinedTranscript(false);
        untimed.add(FIRST, heard("one"));
        untimed.add(SECOND, heard(""));
        Transcript transcript = untimed.transcript("engine", List.of(FIRST, SECOND));
        assertEquals("one", transcript.text());
        assertEquals(List.of(), transcript.segments());
        assertEquals(List.of(new Gap(time(20), time(30))), transcript.gaps());
    }

    @Test
    void segments_without_words_cover_nothing() {
        joined.add(FIRST, heard("one", segment(0, 10, "one")));
        joined.add(SECOND, heard("", segment(0, 10, "  ")));
        assertEquals(List.of(segment(2, 12, "one")), transcript().segments());
        assertEquals("one", transcript().text());
        assertEquals(List.of(new Gap(time(20), time(30))), transcript().gaps());
    }

    @Test
    void what_was_not_heard_is_a_gap() {
        joined.add(FIRST, heard("one", Duration.ofMillis(8_900)));
        joined.add(SECOND, heard("two", Duration.ofMillis(9_100)));
        assertEquals(List.of(new Gap(time(10.9), time(12))), transcript().gaps());
    }

    @Test
    void language_is_the_first_that_was_told() {
        joined.add(FIRST, new Recognition("one", Optional.empty(), List.of(), Optional.empty(), EngineCall.of("e")));
        joined.add(SECOND, heard("two"));
        assertEquals(Optional.of("de"), transcript().language());
    }

    @Test
    void tail_is_the_last_words() {
        assertEquals(Optional.empty(), joined.tail());
        joined.add(FIRST, heard("short"));
        assertEquals(Optional.of("short"), joined.tail());
        joined.add(SECOND, heard("seven77 ".repeat(40)));
        assertEquals(Optional.of("seven77 ".repeat(25).strip()), joined.tail());
    }

    @Test
    void tail_of_a_script_without_spaces_cuts_no_character() {
        joined.add(FIRST, heard("x" + "\uD840\uDC0B".repeat(300)));
        assertEquals(Optional.of("\uD840\uDC0B".repeat(100)), joined.tail());
        joined.add(SECOND, heard("y" + "\uD840\uDC0B".repeat(99) + "z".repeat(1)));
        assertEquals(joined.tail().orElseThrow().length(), joined.tail()
                .orElseThrow()
                .codePoints()
                .map(Character::charCount)
                .sum());
        assertEquals(0, joined.tail().orElseThrow().codePoints().filter(c -> c >= 0xD800 && c <= 0xDFFF).count());
    }

    private Transcript transcript() {
        return joined.transcript("engine", List.of(FIRST, SECOND));
    }

    private static Recognition heard(String text, Segment... segments) {
        return new Recognition(text, Optional.of("de"), List.of(segments), Optional.empty(), EngineCall.of("e"));
    }

    private static Recognition heard(String text, Duration heard) {
        return new Recognition(text, Optional.of("de"), List.of(), Optional.of(heard), EngineCall.of("e"));
    }

    private static SpeechSegment clip(long from, long to) {
        return new SpeechSegment(from * 16_000, to * 16_000);
    }

    private static Segment segment(double from, double to, String text) {
        return new Segment(time(from), time(to), text);
    }

    private static Word word(double from, double to, String text) {
        return new Word(time(from), time(to), text);
    }

    private static Duration time(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }
}
