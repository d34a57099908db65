package dev.scripta.adapters.speech.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.scripta.adapters.speech.json.JsonTrees;
import dev.scripta.core.error.AnalysisFailedException;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.JsonArray;
import dev.scripta.core.model.JsonString;
import dev.scripta.core.model.Transcript;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Transcripts that one question cannot hold are analysed in parts, and nothing is left out. */
final class LongTranscriptTest {

    private static final int SENTENCES = 1_000;
    private static final int LIMIT = 2_000;
    private static final LanguageModelSettings SETTINGS = LanguageModelSettings.of("fake").withCharacters(LIMIT);

    @Test
    void every_sentence_reaches_the_model_once_and_every_result_the_end() {
        FakeModel model = new FakeModel(LongTranscriptTest::topicsOfWhatIsAsked);
        Analysis analysis = Analyzers.of(model, SETTINGS).analyze(transcript());
        List<ChatRequest> parts = parts(model);
        String reached = parts.stream().map(FakeModel::data).collect(Collectors.joining());
        assertTrue(transcript().text().equals(reached), () -> reached.length() + " characters reached the model");
        parts.forEach(part -> assertTrue(FakeModel.data(part).length() <= LIMIT));
        assertTrue(FakeModel.system(parts.getLast()).contains("part " + parts.size() + " of " + parts.size()));
        assertEquals(IntStream.range(0, SENTENCES).mapToObj(i -> "N" + i).toList(), topics(analysis));
        assertEquals(model.requests().size(), analysis.calls().size());
    }

    @Test
    void results_are_merged_level_by_level_when_they_do_not_fit_one_question() {
        AtomicInteger mostJoined = new AtomicInteger();
        FakeModel model = new FakeModel(request -> {
            if (FakeModel.data(request).startsWith("[")) {
                mostJoined.accumulateAndGet(results(request).elements().size(), Math::max);
            }
            return FakeModel.said(Analyzers.FITTING.replace("Slept well.", "x".repeat(LIMIT)));
        });
        Analysis analysis = Analyzers.of(model, SETTINGS).analyze(transcript());
        // Two long results exceed the limit already, so pairs are joined: n parts need n - 1 more questions.
        assertEquals(2, mostJoined.get());
        int parts = parts(model).size();
        assertEquals(2 * parts - 1, model.requests().size());
        assertEquals(2 * parts - 1, analysis.calls().size());
    }

    @Test
    void a_part_that_fails_fails_the_whole() {
        AtomicInteger asked = new AtomicInteger();
        FakeModel model = new FakeModel(request -> FakeModel.said(
                asked.incrementAndGet() > 3 ? "no" : Analyzers.FITTING));
        LanguageModelAnalyzer analyzer = Analyzers.of(model, SETTINGS);
        assertThrows(AnalysisFailedException.class, () -> analyzer.analyze(transcript()));
        assertEquals(5, model.requests().size());
    }

    @Test
    void parts_that_were_answered_are_not_paid_for_again_after_a_failure() {
        AtomicInteger asked = new AtomicInteger();
        FakeModel model = new FakeModel(request -> {
            if (asked.incrementAndGet() == 4) {
                throw new IllegalStateException("once");
            }
            return topicsOfWhatIsAsked(request);
        });
        LanguageModelAnalyzer analyzer = Analyzers.of(model, SETTINGS);
        assertThrows(AnalysisFailedException.class, () -> analyzer.analyze(transcript()));
        Analysis analysis = analyzer.analyze(transcript());
        assertEquals(SENTENCES, topics(analysis).size());
        assertEquals(asked.get() - 1, analysis.calls().size());
        int parts = (int) parts(model).stream().map(FakeModel::data).distinct().count();
        assertEquals(parts + 1, parts(model).size());
        int before = asked.get();
        analyzer.analyze(transcript());
        assertEquals(before - 1, asked.get() - before, "a finished transcript is asked about anew");
    }

    /** The words like N17 that stand in the data, as topics. */
    private static ChatResponse topicsOfWhatIsAsked(ChatRequest request) {
        String topics = java.util.regex.Pattern.compile("N\\d+")
                .matcher(FakeModel.data(request))
                .results()
                .map(found -> "\"" + found.group() + "\"")
                .collect(Collectors.joining(","));
        return FakeModel.said(Analyzers.FITTING.replace("\"sleep\"", topics));
    }

    private static List<ChatRequest> parts(FakeModel model) {
        return model.requests().stream().filter(request -> !FakeModel.data(request).startsWith("[")).toList();
    }

    private static JsonArray results(ChatRequest request) {
        return (JsonArray) JsonTrees.value(JsonTrees.parse(FakeModel.data(request)));
    }

    private static List<String> topics(Analysis analysis) {
        return ((JsonArray) analysis.json().get("topics").orElseThrow()).elements()
                .stream()
                .map(topic -> ((JsonString) topic).value())
                .toList();
    }

    private static Transcript transcript() {
        return Transcript.of(IntStream.range(0, SENTENCES)
                .mapToObj(i -> "We talked about subject N" + i + " at length.")
                .collect(Collectors.joining(" ")));
    }
}
