package dev.scripta.adapters.speech.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;

/** Hands LangChain4j our transport. What it wishes for times is not heard: the settings and {@link Deadline} rule. */
final class TransportBuilder implements HttpClientBuilder {

    private final OpenAiChatSettings settings;

    TransportBuilder(OpenAiChatSettings settings) {
        this.settings = settings;
    }

    @Override
    public Duration connectTimeout() {
        return settings.connecting();
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration ignored) {
        return this;
    }

    /** Longer than any deadline: reading ends with it. */
    @Override
    public Duration readTimeout() {
        return Duration.ofDays(1);
    }

    @Override
    public HttpClientBuilder readTimeout(Duration ignored) {
        return this;
    }

    @Override
    public HttpClient build() {
        return new Transport(settings);
    }
}
