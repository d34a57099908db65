package dev.scripta.adapters.speech.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.output.FinishReason;
import dev.scripta.core.error.AnalysisFailedException;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.EngineCall;
import dev.scripta.core.model.Transcript;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that cannot be used are asked for once more and no further. */
final class RepeatedQuestionTest {

    private static final Transcript SPEECH = Transcript.of("The patient slept well.");
    private static final EngineCall RECEIPT =
            EngineCall.of("fake").ofModel("fake-1").withRequest("chat-1").withTokens(100, 20);

    @Test
    void a_fitting_answer_is_kept_with_template_and_receipt() {
        FakeModel model = FakeModel.inTurn(Analyzers.FITTING);
        Analysis analysis = Analyzers.of(model).analyze(SPEECH);
        assertEquals(Analyzers.FITTING.replace("\n", ""), analysis.json().toJson());
        assertEquals(Optional.of("general"), analysis.template());
        assertEquals(List.of(RECEIPT), analysis.calls());
        assertEquals(2, model.requests().getFirst().messages().size());
    }

    static Stream<Arguments> unusable() {
        return Stream.of(Arguments.of(FakeModel.ended("{\"title\":\"Res", FinishReason.LENGTH), "was cut off",
                "too long"),
                Arguments.of(FakeModel.ended("", FinishReason.LENGTH), "was cut off", "too long"),
                Arguments.of(FakeModel.ended("", FinishReason.CONTENT_FILTER), "refused", "did not answer"),
                Arguments.of(FakeModel.said("I am sorry, I cannot help with secret4711."), "not a JSON object",
                        "not one"),
                Arguments.of(FakeModel.said(""), "not a JSON object", "not one"),
                Arguments.of(FakeModel.said("[" + Analyzers.FITTING + "," + Analyzers.FITTING + "]"),
                        "not a JSON object",
                        "not one"),
                Arguments.of(FakeModel.said(Analyzers.FITTING.replace("null", "NaN")), "not a JSON object", "not one"),
                Arguments.of(FakeModel.said(Analyzers.FITTING.replace("\"mood\"", "\"title\"")), "not a JSON object",
                        "not one"),
                Arguments.of(FakeModel.said(Analyzers.FITTING.replace("Slept", "\\u0000")), "not a JSON object", "NUL"),
                Arguments.of(FakeModel.said(Analyzers.FITTING.replace("[\"sleep\"]", "\"secret4711\"")),
                        "does not fit the template general", "/topics"),
                Arguments.of(FakeModel.said("{\"secret4711\":1}"), "does not fit the template general", "title"));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void an_unusable_answer_is_asked_for_once_more_with_what_was_wrong(Object unusable, String told, String complaint) {
        FakeModel model = FakeModel.inTurn(unusable, Analyzers.FITTING);
        Analysis analysis = Analyzers.of(model).analyze(SPEECH);
        assertEquals(List.of(RECEIPT, RECEIPT), analysis.calls());
        List<ChatMessage> second = model.requests().get(1).messages();
        assertEquals(model.requests().getFirst().messages(), second.subList(0, 2));
        assertTrue(((UserMessage) second.getLast()).singleText().contains(complaint), second::toString);
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void twice_unusable_is_a_failure_that_says_which_and_repeats_nothing(Object unusable, String told,
            String complaint) {
        FakeModel model = FakeModel.inTurn(unusable, unusable);
        AnalysisFailedException failure =
                assertThrows(AnalysisFailedException.class, () -> Analyzers.of(model).analyze(SPEECH));
        assertTrue(failure.detail().contains(told), failure.detail());
        assertFalse(failure.retryable());
        assertFalse(failure.outcomeUnknown());
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertFalse(trace.toString().contains("secret4711"), trace::toString);
        assertFalse(trace.toString().contains("slept"), trace::toString);
        assertEquals(2, model.requests().size());
    }

    @Test
    void a_refusal_that_the_library_throws_is_one_of_the_two_answers() {
        FakeModel model = FakeModel.inTurn(new ContentFilteredException("secret4711"), Analyzers.FITTING);
        assertEquals(List.of(EngineCall.of("fake"), RECEIPT), Analyzers.of(model).analyze(SPEECH).calls());
        FakeModel stubborn =
                FakeModel.inTurn(new ContentFilteredException("no"), new ContentFilteredException("no"));
        assertTrue(assertThrows(AnalysisFailedException.class, () -> Analyzers.of(stubborn).analyze(SPEECH)).detail()
                .contains("refused"));
        assertEquals(2, stubborn.requests().size());
    }

    @Test
    void the_model_sees_the_answer_that_it_is_to_correct() {
        FakeModel model = FakeModel.inTurn("{\"title\":1}", Analyzers.FITTING);
        Analyzers.of(model).analyze(SPEECH);
        assertEquals(AiMessage.from("{\"title\":1}"), model.requests().get(1).messages().get(2));
    }

    @Test
    void a_failed_call_is_no_answer_and_is_not_asked_again_by_the_analyzer() {
        FakeModel model = FakeModel.inTurn(new IllegalStateException("secret4711"));
        AnalysisFailedException failure =
                assertThrows(AnalysisFailedException.class, () -> Analyzers.of(model).analyze(SPEECH));
        assertFalse(failure.retryable());
        assertEquals(1, model.requests().size());
    }
}
