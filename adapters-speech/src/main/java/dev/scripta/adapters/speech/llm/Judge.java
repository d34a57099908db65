package dev.scripta.adapters.speech.llm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.scripta.adapters.speech.json.JsonTrees;
import dev.scripta.adapters.speech.llm.Verdict.Unusable;
import dev.scripta.adapters.speech.llm.Verdict.Usable;
import dev.scripta.adapters.speech.template.AnalysisTemplate;
import dev.scripta.adapters.speech.template.Misfit;
import dev.scripta.core.model.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Judges answers, in this order: refused, cut off, no JSON, not by the schema. Servers promise much; this is what counts. */
final class Judge {

    private static final int MOST_COMPLAINTS = 20;
    private static final String CUT = "The language model's answer was cut off: take a model that writes more, or lower"
            + " SCRIPTA_ANALYSIS_OPENAI_CHARACTERS, so that it is asked about less at once.";
    private static final String REFUSED = "The language model refused to analyse this conversation.";
    private static final String NO_JSON = "The language model's answer is not a JSON object.";
    private static final String NOT_ONE_OBJECT = "Your answer is not one JSON object.";

    private final AnalysisTemplate template;

    Judge(AnalysisTemplate template) {
        this.template = template;
    }

    /** What is said of an answer that is no object, and that the server keeps to itself. */
    static Unusable noJson() {
        return new Unusable(NO_JSON, NOT_ONE_OBJECT, "", "");
    }

    /** What is said of a refusal. */
    static Unusable refusal() {
        return new Unusable(REFUSED, "You did not answer. Nothing is asked of you but a report of what was said.", "",
                "");
    }

    Verdict judge(ChatResponse response) {
        FinishReason reason = response.finishReason();
        String text = Objects.requireNonNullElse(response.aiMessage().text(), "");
        if (reason == FinishReason.CONTENT_FILTER) {
            return refusal();
        }
        if (reason == FinishReason.LENGTH) {
            return new Unusable(CUT, "Your answer was cut off because it was too long. Answer more briefly.", "", "");
        }
        Optional<JsonNode> answer = AnswerText.object(text);
        return answer.map(node -> judge(node, text))
                .orElseGet(() -> new Unusable(NO_JSON, NOT_ONE_OBJECT, text, ""));
    }

    private Verdict judge(JsonNode answer, String text) {
        JsonNode told = StrictSchema.withoutStandIns(answer, JsonTrees.node(template.schema()));
        JsonObject analysis;
        try {
            analysis = JsonTrees.object(told);
        } catch (IllegalArgumentException e) {
            return new Unusable(NO_JSON, "Your answer holds what JSON cannot carry: " + e.getMessage() + ".", text, "");
        }
        List<Misfit> misfits = template.misfits(told);
        if (misfits.isEmpty()) {
            return new Usable(analysis);
        }
        return new Unusable("The language model's answer does not fit the template " + template.name() + ".",
                "Your answer does not fit the JSON Schema:\n" + join(misfits, each -> each.where() + " " + each.what()),
                text, join(misfits, Misfit::rule));
    }

    private static String join(List<Misfit> misfits, Function<Misfit, String> words) {
        return misfits.stream().limit(MOST_COMPLAINTS).map(words).collect(Collectors.joining("\n"));
    }
}
