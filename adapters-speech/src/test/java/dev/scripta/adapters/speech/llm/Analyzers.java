package dev.scripta.adapters.speech.llm;

import dev.langchain4j.model.chat.ChatModel;
import dev.scripta.adapters.speech.guard.EngineGuard;
import dev.scripta.adapters.speech.guard.GuardSettings;
import dev.scripta.adapters.speech.template.AnalysisTemplate;
import dev.scripta.core.usecase.SystemTicker;
import java.util.random.RandomGenerator;

/** Analyzers of the general template, as tests need them. */
final class Analyzers {

    /** An answer that fits. */
    static final String FITTING = """
            {"title":"Results","summary":"Slept well.","topics":["sleep"],"decisions":[],"action_items":[],
            "questions":[],"mood":null}""";

    private Analyzers() {}

    static LanguageModelAnalyzer of(ChatModel model) {
        return of(model, LanguageModelSettings.of("fake"));
    }

    static LanguageModelAnalyzer of(ChatModel model, LanguageModelSettings settings) {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        EngineGuard guard = EngineGuard.ofAnalysis(GuardSettings.defaults(), new SystemTicker(), random);
        return new LanguageModelAnalyzer(model, AnalysisTemplate.general(), settings, guard, new SystemTicker(),
                random);
    }
}
