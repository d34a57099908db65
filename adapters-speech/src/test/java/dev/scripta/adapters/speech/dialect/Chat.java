package dev.scripta.adapters.speech.dialect;

import dev.scripta.adapters.speech.guard.EngineGuard;
import dev.scripta.adapters.speech.guard.GuardSettings;
import dev.scripta.adapters.speech.llm.LanguageModelAnalyzer;
import dev.scripta.adapters.speech.llm.LanguageModelSettings;
import dev.scripta.adapters.speech.llm.OpenAiChat;
import dev.scripta.adapters.speech.llm.OpenAiChatSettings;
import dev.scripta.adapters.speech.template.AnalysisTemplate;
import dev.scripta.core.usecase.Ticker;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Optional;

/** Makes analyzers by scripted servers. */
final class Chat {

    /** An answer that fits the general template. */
    static final String FITTING = """
            {"title":"Results","summary":"Slept well.","topics":["sleep"],"decisions":[],"action_items":[],
            "questions":[],"mood":null}""";

    private Chat() {}

    static LanguageModelAnalyzer analyzer(URI url, Ticker ticker) {
        SecureRandom random = new SecureRandom();
        return new LanguageModelAnalyzer(
                OpenAiChat.model(new OpenAiChatSettings(url, Optional.of(Recogniser.KEY), "scripted")),
                AnalysisTemplate.general(), LanguageModelSettings.of("scripted"),
                EngineGuard.ofAnalysis(GuardSettings.defaults(), ticker, random), ticker, random);
    }
}
