package dev.scripta.app;

import dev.scripta.adapters.speech.guard.EngineGuard;
import dev.scripta.adapters.speech.guard.GuardSettings;
import dev.scripta.adapters.speech.llm.OpenAiChat;
import dev.scripta.adapters.speech.opennlp.OpenNlpConversationAnalyzer;
import dev.scripta.core.port.ConversationAnalyzer;
import dev.scripta.core.usecase.Ticker;
import java.util.random.RandomGenerator;

/** Makes the analyser that was chosen. */
final class Analysts {

    private final Ticker ticker;
    private final RandomGenerator random;

    Analysts(Ticker ticker, RandomGenerator random) {
        this.ticker = ticker;
        this.random = random;
    }

    ConversationAnalyzer analyzer(AnalysisSettings settings) {
        return switch (settings.engine()) {
            case AnalysisSettings.Offline offline -> new OpenNlpConversationAnalyzer();
            case AnalysisSettings.OpenAi openAi -> OpenAiChat.analyzer(openAi.server(), settings.template(),
                    openAi.model(),
                    EngineGuard.ofAnalysis(GuardSettings.defaults().withParallel(openAi.parallel()), ticker, random),
                    ticker, random);
        };
    }
}
