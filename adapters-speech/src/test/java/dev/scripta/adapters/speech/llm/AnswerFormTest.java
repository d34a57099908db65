package dev.scripta.adapters.speech.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.scripta.core.error.AnalysisFailedException;
import dev.scripta.core.model.Transcript;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The strictest form of answers that the model takes is asked for. */
final class AnswerFormTest {

    private static final Transcript SPEECH = Transcript.of("The patient slept well.");

    @Test
    void answers_are_asked_for_by_the_strict_schema() {
        FakeModel model = FakeModel.inTurn(Analyzers.FITTING);
        Analyzers.of(model).analyze(SPEECH);
        ResponseFormat format = model.requests().getFirst().responseFormat();
        assertEquals("general", format.jsonSchema().name());
        assertTrue(format.jsonSchema().rootElement().toString().contains("additionalProperties"));
        assertEquals(null, model.requests().getFirst().maxOutputTokens());
    }

    @Test
    void a_model_that_takes_no_schema_is_asked_for_json_at_once_the_next_time() {
        FakeModel model = new FakeModel(request -> {
            if (request.responseFormat() != null && request.responseFormat().jsonSchema() != null) {
                throw new InvalidRequestException("json_schema is not supported");
            }
            return FakeModel.said(Analyzers.FITTING);
        });
        LanguageModelAnalyzer analyzer = Analyzers.of(model);
        assertEquals(1, analyzer.analyze(SPEECH).calls().size());
        assertEquals(List.of("schema", "json"), forms(model));
        analyzer.analyze(SPEECH);
        assertEquals(List.of("schema", "json", "json"), forms(model));
    }

    @Test
    void a_model_that_takes_no_format_at_all_is_asked_for_text() {
        FakeModel model = new FakeModel(request -> {
            if (request.responseFormat() != null) {
                throw new UnsupportedFeatureException("no formats");
            }
            return FakeModel.said("```json\n" + Analyzers.FITTING + "\n```");
        });
        LanguageModelAnalyzer analyzer = Analyzers.of(model);
        analyzer.analyze(SPEECH);
        analyzer.analyze(SPEECH);
        assertEquals(List.of("schema", "json", "text", "text"), forms(model));
    }

    @Test
    void a_question_that_is_refused_in_every_form_teaches_nothing() {
        FakeModel model = FakeModel.inTurn(new InvalidRequestException("too long"), new InvalidRequestException(
                "too long"),
                new InvalidRequestException("too long"), Analyzers.FITTING);
        LanguageModelAnalyzer analyzer = Analyzers.of(model);
        assertThrows(AnalysisFailedException.class, () -> analyzer.analyze(SPEECH));
        analyzer.analyze(SPEECH);
        assertEquals(List.of("schema", "json", "text", "schema"), forms(model));
    }

    @Test
    void the_length_of_answers_is_limited_where_that_is_set() {
        FakeModel model = FakeModel.inTurn(Analyzers.FITTING);
        LanguageModelSettings usual = LanguageModelSettings.of("fake");
        Analyzers.of(model, new LanguageModelSettings("fake", usual.characters(), OptionalInt.of(900), usual
                .deadline()))
                .analyze(SPEECH);
        assertEquals(900, model.requests().getFirst().maxOutputTokens());
    }

    private static List<String> forms(FakeModel model) {
        return model.requests().stream().map(AnswerFormTest::form).toList();
    }

    private static String form(ChatRequest request) {
        ResponseFormat format = request.responseFormat();
        return format == null ? "text" : format.jsonSchema() == null ? "json" : "schema";
    }
}
