package dev.scripta.adapters.speech.llm;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A language model that says what it is told to, and remembers what it was asked. Thread-safe. */
final class FakeModel implements ChatModel {

    private final List<ChatRequest> requests = new CopyOnWriteArrayList<>();
    private final Function<ChatRequest, ChatResponse> answers;

    FakeModel(Function<ChatRequest, ChatResponse> answers) {
        this.answers = answers;
    }

    /** One that answers these in turn, where a {@link RuntimeException} is thrown. */
    static FakeModel inTurn(Object... answers) {
        Queue<Object> left = new ArrayDeque<>(List.of(answers));
        return new FakeModel(request -> {
            Object next = left.remove();
            if (next instanceof RuntimeException failure) {
                throw failure;
            }
            return next instanceof ChatResponse response ? response : said((String) next);
        });
    }

    static ChatResponse said(String text) {
        return ended(text, FinishReason.STOP);
    }

    static ChatResponse ended(String text, FinishReason reason) {
        AiMessage message = text.isEmpty() ? AiMessage.builder().build() : AiMessage.from(text);
        return ChatResponse.builder()
                .aiMessage(message)
                .id("chat-1")
                .modelName("fake-1")
                .tokenUsage(new TokenUsage(100, 20))
                .finishReason(reason)
                .build();
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        requests.add(request);
        return answers.apply(request);
    }

    List<ChatRequest> requests() {
        return requests;
    }

    static String system(ChatRequest request) {
        return ((SystemMessage) request.messages().getFirst()).text();
    }

    /** The user's message that holds the data. */
    static String user(ChatRequest request) {
        return ((UserMessage) request.messages().get(1)).singleText();
    }

    /** The data alone, without the lines that fence it. */
    static String data(ChatRequest request) {
        String text = user(request);
        return text.substring(text.indexOf('\n') + 1, text.lastIndexOf('\n'));
    }
}
