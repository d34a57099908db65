package dev.scripta.app;

import dev.scripta.adapters.speech.llm.LanguageModelSettings;
import dev.scripta.adapters.speech.llm.OpenAiChatSettings;
import dev.scripta.adapters.speech.template.AnalysisTemplate;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Who analyses, and how.
 *
 * @param engine {@code engine}
 * @param template {@code template}
 */
record AnalysisSettings(Engine engine, AnalysisTemplate template) {

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final String GENERAL = "general";

    private enum Choice {
        OFFLINE, OPENAI
    }

    /** Who analyses. Only what belongs to the chosen one is read. */
    sealed interface Engine {

        /** What to tell at start: no secrets. */
        String told();
    }

    /** Rules, which come with Scripta. */
    record Offline() implements Engine {
        @Override
        public String told() {
            return "offline";
        }
    }

    /** A language model behind OpenAI's API or one like it, with so many calls at once. */
    record OpenAi(OpenAiChatSettings server, LanguageModelSettings model, int parallel) implements Engine {
        @Override
        public String told() {
            return server.model() + " at " + server.url();
        }
    }

    static AnalysisSettings from(Keys keys) {
        String name = keys.required("scripta.analysis.template");
        AnalysisTemplate template = keys.checked("scripta.analysis.template", () -> AnalysisTemplate.named(name));
        Engine engine = switch (keys.choice("scripta.analysis.engine", Choice.class)) {
            case OFFLINE -> offline(keys, name);
            case OPENAI -> openAi(keys);
        };
        return new AnalysisSettings(engine, template);
    }

    private static Engine offline(Keys keys, String template) {
        return keys.checked("scripta.analysis.template", () -> {
            if (!template.equals(GENERAL)) {
                throw new IllegalArgumentException("the offline analysis can fill in the general template only; set "
                        + "SCRIPTA_ANALYSIS_ENGINE to use a language model");
            }
            return new Offline();
        });
    }

    private static Engine openAi(Keys keys) {
        URI url = keys.url("scripta.analysis.openai.url");
        Optional<String> key = keys.key("scripta.analysis.openai.key", url);
        String model = keys.required("scripta.analysis.openai.model");
        Duration timeout = keys.time("scripta.analysis.timeout", LEAST);
        LanguageModelSettings named = keys.checked("scripta.analysis.openai.model",
                () -> LanguageModelSettings.of("openai:" + model).withDeadline(timeout));
        int characters = keys.count("scripta.analysis.openai.characters");
        return new OpenAi(
                keys.checked("scripta.analysis.openai.url", () -> new OpenAiChatSettings(url, key, model)),
                keys.checked("scripta.analysis.openai.characters", () -> named.withCharacters(characters)),
                keys.count("scripta.analysis.openai.parallel"));
    }
}
