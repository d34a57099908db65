package dev.scripta.adapters.speech.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.scripta.adapters.speech.clip.Recognition;
import dev.scripta.core.model.EngineCall;
import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Word;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AnswerReaderTest {

    private static final Duration CLIP = Duration.ofSeconds(10);
    private static final EngineCall CALL = EngineCall.of("engine").ofModel("whisper-1");

    @Test
    void openai_tells_words_beside_the_segments_and_the_language_by_name() {
        Recognition read = read("""
                {"task":"transcribe","language":"english","duration":9.5,"text":"Hello there. Good bye.",
                 "segments":[
                  {"id":0,"seek":0,"start":0.0,"end":1.5,"text":" Hello there.","tokens":[1],"avg_logprob":-0.2,
                   "compression_ratio":1.1,"no_speech_prob":0.01},
                  {"id":1,"seek":0,"start":2.0,"end":3.25,"text":" Good bye.","avg_logprob":-0.3,"no_speech_prob":0.02}],
                 "words":[{"word":"Hello","start":0.0,"end":0.5},{"word":"there","start":0.6,"end":1.4},
                  {"word":"Good","start":1.9,"end":2.5},{"word":"bye","start":2.5,"end":3.2}],
                 "usage":{"type":"duration","seconds":10}}""", true);
        assertEquals("Hello there. Good bye.", read.text());
        assertEquals(Optional.of("en"), read.language());
        assertEquals(Optional.of(Duration.ofMillis(9_500)), read.heard());
        assertEquals(List.of(
                new Segment(ms(0), ms(1_500), "Hello there.",
                        List.of(new Word(ms(0), ms(500), "Hello"), new Word(ms(600), ms(1_400), "there"))),
                new Segment(ms(2_000), ms(3_250), "Good bye.",
                        List.of(new Word(ms(1_900), ms(2_500), "Good"), new Word(ms(2_500), ms(3_200), "bye")))),
                read.segments());
        assertEquals(CALL.withAudio(ms(10_000)), read.call());
    }

    @Test
    void whisper_cpp_tells_pieces_of_words_within_the_segments_and_lines() {
        Recognition read = read("""
                {"task":"transcribe","language":"german","duration":4.0,"detected_language":"german",
                 "text":" Guten Morgen,\\n wie geht's?\\n",
                 "segments":[{"id":0,"text":" Guten Morgen,","start":0,"end":2,"no_speech_prob":0.9,"avg_logprob":-0.1,
                  "words":[{"word":" Gut","start":0.1,"end":0.3,"t_dtw":-1,"probability":0.9},
                   {"word":"en","start":0.3,"end":0.5},{"word":" Morgen","start":0.5,"end":1.9},
                   {"word":",","start":-0.01,"end":-0.01}]},
                  {"id":1,"text":" wie geht's?","start":2,"end":4}]}""", true);
        assertEquals("Guten Morgen, wie geht's?", read.text());
        assertEquals(Optional.of("de"), read.language());
        assertEquals(List.of(
                new Segment(ms(0), ms(2_000), "Guten Morgen,",
                        List.of(new Word(ms(100), ms(500), "Guten"), new Word(ms(500), ms(1_900), "Morgen"))),
                new Segment(ms(2_000), ms(4_000), "wie geht's?")), read.segments());
    }

    @Test
    void vllm_writes_numbers_as_texts_and_the_language_as_a_code() {
        Recognition read = read("""
                {"duration":"7.653125","language":"pt_BR","text":"Sim.","model":"vendor/model-2",
                 "segments":[{"id":"0","start":"0.0","end":"1e0","text":"Sim.","compression_ratio":-1.0}],
                 "usage":{"type":"duration","seconds":"8"}}""", false);
        assertEquals(Optional.of("pt-BR"), read.language());
        assertEquals(Optional.of(ms(7_653)), read.heard());
        assertEquals(List.of(new Segment(ms(0), ms(1_000), "Sim.")), read.segments());
        assertEquals(CALL.ofModel("vendor/model-2").withAudio(ms(8_000)), read.call());
    }

    @Test
    void the_gpt_models_tell_a_text_and_tokens() {
        Recognition read = read("""
                {"text":"Hello.","languages":[{"code":"en"}],"usage":{"type":"tokens","input_tokens":14,"output_tokens":45,
                 "total_tokens":59}}""", true);
        assertEquals(new Recognition("Hello.", Optional.of("en"), List.of(), Optional.empty(), CALL.withTokens(14, 45)),
                read);
    }

    @Test
    void the_request_has_the_engines_own_id() {
        String body = "{\"text\":\"a\",\"x_groq\":{\"id\":\"req_01\"}}";
        assertEquals(Optional.of("req_01"), read(body, false).call().request());
        assertEquals(Optional.of("abc"), read(body, "x-request-id", "abc").call().request());
        assertEquals(Optional.empty(), read("{\"text\":\"a\"}", "x-request-id", " ").call().request());
        assertEquals(Optional.empty(), read("{\"text\":\"a\"}", "x-request-id", "a".repeat(201)).call().request());
    }

    @Test
    void what_the_engine_takes_for_silence_is_no_text() {
        Recognition read = read("""
                {"text":" Hello. Thank you for watching!","segments":[
                 {"start":0,"end":1,"text":" Hello.","no_speech_prob":0.7,"avg_logprob":-0.5},
                 {"start":1,"end":9,"text":" Thank you for watching!","no_speech_prob":0.61,"avg_logprob":-1.01}]}""",
                false);
        assertEquals("Hello.", read.text());
        assertEquals(List.of(new Segment(ms(0), ms(1_000), "Hello.")), read.segments());
        Recognition nothing = read("""
                {"text":"You","segments":[{"start":0,"end":9,"text":"You","no_speech_prob":0.9,"avg_logprob":-1.5}]}""",
                false);
        assertEquals("", nothing.text());
        assertEquals(List.of(), nothing.segments());
    }

    @Test
    void segments_come_in_order_and_within_the_clip() {
        Recognition read = read(
                """
                {"text":"b a c d","segments":[{"start":5,"end":4,"text":"b"},{"start":-1,"end":2,"text":"a"},
                 {"start":9,"end":30,"text":"c"},{"start":12,"end":13,"text":"d"},{"start":1,"text":"no end"},
                 {"start":"NaN","end":2,"text":"no number"},{"start":1,"end":2,"text":" "},{"start":1,"end":2},7,null]}""",
                false);
        assertEquals(List.of(new Segment(ms(0), ms(2_000), "a"), new Segment(ms(5_000), ms(5_000), "b"),
                new Segment(ms(9_000), CLIP, "c"), new Segment(CLIP, CLIP, "d")), read.segments());
    }

    @Test
    void localai_tells_nanoseconds() {
        Recognition read = read("""
                {"text":"a b","segments":[{"start":0,"end":1500000000,"text":"a"},
                 {"start":2000000000,"end":12000000000,"text":"b"}]}""", false);
        assertEquals(List.of(new Segment(ms(0), ms(1_500), "a"), new Segment(ms(2_000), CLIP, "b")), read.segments());
    }

    @Test
    void without_a_whole_text_the_segments_are_the_text() {
        assertEquals("One two", read("""
                {"segments":[{"start":1,"end":2,"text":" two"},{"start":0,"end":1,"text":" One"}]}""", false).text());
        assertEquals("One two", read("""
                {"text":null,"segments":[{"start":0,"end":1,"text":"One"},{"start":1,"end":2,"text":"two"}]}""", false)
                .text());
    }

    @Test
    void words_are_left_out_unless_they_are_asked_for() {
        String body = """
                {"text":"a","segments":[{"start":0,"end":1,"text":"a"}],"words":[{"word":"a","start":0,"end":1}]}""";
        assertEquals(List.of(), read(body, false).segments().get(0).words());
        assertEquals(1, read(body, true).segments().get(0).words().size());
    }

    @Test
    void what_no_store_can_keep_is_taken_out() {
        Recognition read = read("""
                {"text":"a\\u0000b\\ud800","language":"\\u0000","segments":[{"start":0,"end":1,"text":"\\udc00c"}]}""",
                false);
        assertEquals("ab?", read.text());
        assertEquals(List.of(new Segment(ms(0), ms(1_000), "?c")), read.segments());
        assertEquals(Optional.empty(), read.language());
    }

    @Test
    void silence_is_an_answer() {
        Recognition read = read("{\"text\":\"\",\"segments\":[]}", false);
        assertEquals("", read.text());
        assertEquals(CALL, read.call());
    }

    @Test
    void a_translation_is_english_and_otherwise_the_language_that_was_asked_for() {
        String body = "{\"text\":\"a\",\"language\":\"german\"}";
        assertEquals(Optional.of("en"), reader(OpenAiTask.TRANSLATE, "de", false).read(answer(body), CLIP)
                .flatMap(Recognition::language));
        assertEquals(Optional.of("fr"), reader(OpenAiTask.TRANSCRIBE, "fr", false).read(answer("{\"text\":\"a\"}"),
                CLIP)
                .flatMap(Recognition::language));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "<html>ok</html>", "Hello.", "null", "[]", "[{\"text\":\"a\"}]", "{}",
            "{\"text\":",
            "{\"text\":null}", "{\"text\":{}}", "{\"error\":{\"message\":\"no\"},\"text\":\"\"}",
            "{\"object\":\"error\",\"message\":\"no\",\"code\":400}", "{\"detail\":\"no\"}",
            "{\"text\":\"a\",\"segments\":[[[[[[["})
    void what_is_no_transcript_is_none(String body) {
        assertEquals(Optional.empty(), reader(OpenAiTask.TRANSCRIBE, "auto", true).read(answer(body), CLIP));
    }

    @Test
    void no_nesting_is_too_deep() {
        assertEquals(Optional.empty(),
                reader(OpenAiTask.TRANSCRIBE, "auto", true).read(answer("[".repeat(1_000_000)), CLIP));
    }

    @Test
    void numbers_beyond_all_bounds_do_no_harm() {
        Recognition read = read("""
                {"text":"a","duration":1e999999999,"usage":{"seconds":1e300,"input_tokens":-5,"output_tokens":1e300},
                 "segments":[{"start":-1e300,"end":1e300,"text":"a"}]}""", true);
        assertEquals(List.of(new Segment(ms(0), CLIP, "a")), read.segments());
        assertEquals(Optional.empty(), read.heard());
        assertEquals(CALL.withTokens(0, Long.MAX_VALUE), read.call());
    }

    @Test
    void a_duration_of_zero_says_nothing_of_what_was_heard() {
        Recognition read = read("{\"text\":\"a\",\"duration\":0,\"usage\":{\"seconds\":0}}", true);
        assertEquals(Optional.empty(), read.heard());
        assertEquals(CALL, read.call());
    }

    @Test
    void words_that_are_in_the_segments_alone_are_the_text() {
        assertEquals("Hello there.", read("""
                {"text":"","segments":[{"start":0,"end":1,"text":" Hello"},{"start":1,"end":2,"text":" there."}]}""",
                false).text());
    }

    @Test
    void speaches_tells_words_within_the_segments_and_beside_them() {
        Recognition read = read("""
                {"text":"Hello.","segments":[{"start":0,"end":1,"text":" Hello.",
                  "words":[{"start":0.1,"end":0.9,"word":" Hello.","probability":0.9}]}],
                 "words":[{"start":0.1,"end":0.9,"word":" Hello.","probability":0.9}]}""", true);
        assertEquals(List.of(new Word(ms(100), ms(900), "Hello.")), read.segments().get(0).words());
    }

    @Test
    void nothing_prints_what_was_said() {
        String body = "{\"text\":\"secret\",\"segments\":[{\"start\":0,\"end\":1,\"text\":\"secret\"}]}";
        AnsweredSegments segments = AnsweredSegments.of(Fields.of(body).orElseThrow(), CLIP);
        assertFalse((answer(body) + " " + segments + Fields.of(body) + read(body, true)).contains("secret"));
    }

    private static Recognition read(String body, boolean words) {
        return reader(OpenAiTask.TRANSCRIBE, "auto", words).read(answer(body), CLIP).orElseThrow();
    }

    private static Recognition read(String body, String header, String value) {
        return reader(OpenAiTask.TRANSCRIBE, "auto", false)
                .read(new Answer(200, HttpHeaders.of(Map.of(header, List.of(value)), (name, text) -> true), body), CLIP)
                .orElseThrow();
    }

    private static AnswerReader reader(OpenAiTask task, String language, boolean words) {
        OpenAiServer server = new OpenAiServer(URI.create("https://host"), Optional.empty());
        return new AnswerReader(new OpenAiSettings(server, "whisper-1", task, Optional.of(language), Optional.empty(),
                words, Set.of("wav"), OpenAiSettings.DEFAULT_BYTES, CLIP, CLIP), "engine");
    }

    private static Answer answer(String body) {
        return new Answer(200, HttpHeaders.of(Map.of(), (name, text) -> true), body);
    }

    private static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }
}
