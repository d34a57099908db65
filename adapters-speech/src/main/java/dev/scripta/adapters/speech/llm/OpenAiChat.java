package dev.scripta.adapters.speech.llm;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.scripta.adapters.speech.guard.EngineGuard;
import dev.scripta.adapters.speech.template.AnalysisTemplate;
import dev.scripta.core.usecase.Ticker;
import java.util.random.RandomGenerator;

/** Makes models that are reached by OpenAI's chat API: OpenAI's, and those of the many servers that speak it. */
public final class OpenAiChat {

    private OpenAiChat() {}

    /** An analyzer that asks such a model; see {@link LanguageModelAnalyzer}. */
    public static LanguageModelAnalyzer analyzer(OpenAiChatSettings server, AnalysisTemplate template,
            LanguageModelSettings settings, EngineGuard guard, Ticker ticker, RandomGenerator random) {
        return new LanguageModelAnalyzer(model(server), template, settings, guard, ticker, random);
    }

    /** A model, which repeats nothing by itself, logs nothing, and follows no redirects with its key. */
    public static ChatModel model(OpenAiChatSettings settings) {
        OpenAiChatModel.OpenAiChatModelBuilder model = OpenAiChatModel.builder()
                .httpClientBuilder(new TransportBuilder(settings))
                .baseUrl(settings.base())
                .modelName(settings.model())
                .strictJsonSchema(true)
                .maxRetries(0)
                .logRequests(false)
                .logResponses(false);
        settings.key().ifPresent(model::apiKey);
        return model.build();
    }
}
