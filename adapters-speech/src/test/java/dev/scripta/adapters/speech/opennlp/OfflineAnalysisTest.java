package dev.scripta.adapters.speech.opennlp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.adapters.speech.audio.Audio;
import dev.scripta.adapters.speech.template.AnalysisTemplate;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.JsonArray;
import dev.scripta.core.model.JsonBoolean;
import dev.scripta.core.model.JsonNull;
import dev.scripta.core.model.JsonNumber;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonString;
import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the rules find, and what they leave alone. */
final class OfflineAnalysisTest {

    private static final OpenNlpConversationAnalyzer ANALYZER = new OpenNlpConversationAnalyzer();
    private static final List<String> MEMBERS = List.of("title", "summary", "topics", "decisions", "action_items",
            "questions", "mood", "key_sentences", "entities", "truncated", "method", "engine", "note");

    @Test
    void call_without_punctuation_is_understood_by_its_lines() throws IOException {
        JsonObject analysis = analyse(Transcript.of(Files.readString(Audio.sample("conversation-60s.txt"))));
        assertEquals(List.of("that is great news what are the main problems we still have to solve",
                "how much money do we need to reduce the cost", "do we have any other questions"),
                texts(analysis, "questions"));
        assertEquals(List.of("all right i will speak with the finance department this afternoon",
                "and i will send you a report with all the details before wednesday",
                "please also call the factory and ask about the delivery date",
                "sure i will call them tomorrow morning"),
                texts(analysis, "action_items"));
        assertEquals(List.of("then we agreed to continue with the plan thank you and goodbye"),
                texts(analysis, "decisions"));
        assertTrue(texts(analysis, "entities").containsAll(List.of("twenty thousand dollars", "friday", "wednesday")));
        assertTrue(topics(analysis).contains("design team"), () -> topics(analysis).toString());
        assertEquals(String.join(", ", topics(analysis).subList(0, 3)), text(analysis, "title"));
    }

    @Test
    void members_come_always_in_the_same_order_with_a_word_on_how_they_were_made() {
        JsonObject analysis = analyse(Transcript.of("We decided to paint the house red."));
        assertEquals(MEMBERS, new ArrayList<>(analysis.members().keySet()));
        assertEquals("extractive", text(analysis, "method"));
        assertTrue(text(analysis, "engine").startsWith("opennlp-2."), text(analysis, "engine"));
        assertEquals(JsonNull.NULL, analysis.get("mood").orElseThrow());
    }

    @Test
    void the_general_template_is_filled_whatever_was_said() throws IOException {
        for (String text : List.of(Files.readString(Audio.sample("conversation-60s.txt")), "Hm.", "你好，世界。",
                "i will send you the report by friday", "Did the patient sleep well? We decided to wait.")) {
            Analysis analysis = ANALYZER.analyze(Transcript.of(text));
            assertEquals(Optional.of("general"), analysis.template());
            assertEquals(List.of(), AnalysisTemplate.general().misfits(analysis.json()), text);
            assertEquals(List.of(), analysis.calls());
        }
    }

    @Test
    void punctuated_text_is_divided_into_sentences() {
        JsonObject analysis = analyse(Transcript.of("Good morning, Dr. Smith. Did the patient sleep well? "
                + "Yes, she did. What a day! Please call the ward at 10.30 tomorrow."));
        assertEquals(List.of("Did the patient sleep well?"), texts(analysis, "questions"));
        assertEquals(List.of("Please call the ward at 10.30 tomorrow."), texts(analysis, "action_items"));
        assertEquals(Optional.of(new JsonString("tomorrow")), items(analysis, "action_items").get(0).get("due"));
    }

    @Test
    void items_tell_their_place_and_time_of_segments() {
        JsonObject analysis = analyse(transcript(List.of("good morning everyone",
                "i will send you the report by friday",
                "thank you"), "\n"));
        JsonObject task = items(analysis, "action_items").get(0);
        assertEquals(List.of("text", "index", "start_seconds", "end_seconds", "owner", "due"),
                new ArrayList<>(task.members().keySet()));
        assertEquals(1, number(task, "index"));
        assertEquals(10, number(task, "start_seconds"));
        assertEquals(19.5, number(task, "end_seconds"));
    }

    @Test
    void sentences_that_span_segments_tell_the_time_of_both() {
        JsonObject analysis = analyse(transcript(List.of("Hello. I will send you", "the long report. Thank", "you."),
                " "));
        JsonObject task = items(analysis, "action_items").get(0);
        assertEquals("I will send you the long report.", text(task, "text"));
        assertEquals(0, number(task, "start_seconds"));
        assertEquals(19.5, number(task, "end_seconds"));
    }

    @Test
    void key_sentences_are_literal_in_the_order_spoken_and_make_the_summary() throws IOException {
        String text = Files.readString(Audio.sample("conversation-600s.txt"));
        JsonObject analysis = analyse(Transcript.of(text));
        List<String> key = texts(analysis, "key_sentences");
        assertTrue(key.size() >= 3 && key.size() <= 6, () -> key.size() + " key sentences");
        List<String> lines = Arrays.asList(text.split("\n"));
        List<Integer> places = key.stream().map(lines::indexOf).toList();
        assertEquals(places.stream().sorted().toList(), places);
        assertFalse(places.contains(-1));
        assertEquals(String.join("\n", key), text(analysis, "summary"));
    }

    @Test
    void what_only_looks_like_a_task_a_question_or_a_decision_is_left_alone() {
        for (String line : List.of("i will be there in a moment", "we would have to pay too much for that",
                "please let me think about it", "i will see what happens then", "we needed to wait for an hour",
                "he will send the letter to the bank", "the customer who has a problem called us again",
                "when we met the weather was good", "it was what a nice surprise should be")) {
            JsonObject analysis = analyse(Transcript.of(line));
            for (String list : List.of("action_items", "questions", "decisions")) {
                assertEquals(List.of(), texts(analysis, list), () -> list + ": " + line);
            }
        }
    }

    @Test
    void entities_are_found_by_their_form_and_once() {
        JsonObject analysis = analyse(Transcript.of("On January 5, 2026 we paid $1,250.50, that is 15% or about twenty "
                + "percent of it, to anna.smith@example.org next Friday morning, on the second of May, and one of the "
                + "twenty three rooms costs fifty euros."));
        assertEquals(List.of("date January 5, 2026", "money $1,250.50", "percent 15%", "percent twenty percent",
                "email anna.smith@example.org", "weekday next Friday morning", "date the second of May",
                "number twenty three", "money fifty euros"),
                items(analysis, "entities").stream()
                        .map(entity -> text(entity, "type") + " " + text(entity, "text"))
                        .toList());
    }

    @Test
    void other_languages_are_not_analysed_as_if_they_were_english() {
        for (String text : List.of("Guten Morgen, wie geht es Ihnen heute? Wir haben gestern beschlossen, das Haus zu "
                + "verkaufen, und am Montag rufe ich Sie wieder an.",
                "Bonjour, nous avons décidé de vendre la maison lundi et je vous appelle demain pour la suite.",
                "Buenos días, ayer decidimos vender la casa y el lunes le llamo otra vez para hablar de todo.",
                "Dzień dobry, wczoraj postanowiliśmy sprzedać dom, a w poniedziałek zadzwonię do pana jeszcze raz.",
                "你好，世界。 我们决定明天再谈。", "مرحبا بالعالم، قررنا أن نبيع البيت")) {
            JsonObject analysis = analyse(Transcript.of(text));
            assertEquals(JsonNull.NULL, analysis.get("summary").orElseThrow(), text);
            assertEquals(List.of(), topics(analysis), text);
            assertEquals(List.of(), texts(analysis, "decisions"), text);
            assertTrue(text(analysis, "note").contains("does not look English"), text);
        }
        Transcript tagged = new Transcript("Good morning, we decided to sell the house.", Optional.of("fr-CA"), List
                .of(),
                Optional.empty());
        assertEquals(JsonNull.NULL, analyse(tagged).get("summary").orElseThrow());
    }

    @Test
    void long_text_is_cut_and_says_so() {
        String text = "we need to talk about the price of the house again. ".repeat(6_000);
        assertEquals(JsonBoolean.TRUE, analyse(Transcript.of(text)).get("truncated").orElseThrow());
        assertEquals(JsonBoolean.FALSE, analyse(Transcript.of(text.substring(0, 5_000))).get("truncated")
                .orElseThrow());
    }

    private static Transcript transcript(List<String> texts, String between) {
        List<Segment> segments = new ArrayList<>();
        for (String text : texts) {
            Duration start = Duration.ofSeconds(10L * segments.size());
            segments.add(new Segment(start, start.plusMillis(9_500), text));
        }
        return new Transcript(texts.stream().collect(Collectors.joining(between)), Optional.empty(), segments,
                Optional.empty());
    }

    private static JsonObject analyse(Transcript transcript) {
        return ANALYZER.analyze(transcript).json();
    }

    private static List<String> topics(JsonObject analysis) {
        return ((JsonArray) analysis.get("topics").orElseThrow()).elements()
                .stream()
                .map(topic -> ((JsonString) topic).value())
                .toList();
    }

    private static List<JsonObject> items(JsonObject analysis, String list) {
        return ((JsonArray) analysis.get(list).orElseThrow()).elements().stream().map(JsonObject.class::cast).toList();
    }

    private static List<String> texts(JsonObject analysis, String list) {
        return items(analysis, list).stream().map(item -> text(item, "text")).toList();
    }

    private static String text(JsonObject object, String member) {
        return ((JsonString) object.get(member).orElseThrow()).value();
    }

    private static double number(JsonObject object, String member) {
        return ((JsonNumber) object.get(member).orElseThrow()).value().doubleValue();
    }
}
