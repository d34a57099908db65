package dev.scripta.adapters.speech.dialect;

import dev.scripta.adapters.speech.openai.OpenAiRecogniser;
import dev.scripta.adapters.speech.openai.OpenAiServer;
import dev.scripta.adapters.speech.openai.OpenAiSettings;
import dev.scripta.adapters.speech.openai.OpenAiTask;
import dev.scripta.core.tck.server.TranscriptionService;
import dev.scripta.core.usecase.SystemTicker;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Makes recognisers by scripted servers. */
final class Recogniser {

    static final String KEY = "sk-scripted-0123456789";

    private Recogniser() {}

    static OpenAiRecogniser of(URI url, String model, Duration timeout) {
        return new OpenAiRecogniser(new OpenAiSettings(new OpenAiServer(url, Optional.of(KEY)), model,
                OpenAiTask.TRANSCRIBE, Optional.empty(), Optional.empty(), !model.startsWith("gpt-"), Set.of("wav"),
                TranscriptionService.OPENAI_BYTES, Duration.ofSeconds(1_400), timeout), new SecureRandom(),
                new SystemTicker());
    }
}
