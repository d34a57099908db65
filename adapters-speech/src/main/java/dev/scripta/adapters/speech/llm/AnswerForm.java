package dev.scripta.adapters.speech.llm;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.scripta.adapters.speech.json.JsonTrees;
import dev.scripta.adapters.speech.template.AnalysisTemplate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Asks for answers in the strictest form that the model's server takes: by schema, as JSON, or as text. A form that is
 * refused costs nothing and is not asked for again once a laxer one was answered. Thread-safe.
 */
final class AnswerForm {

    private static final System.Logger LOG = System.getLogger(AnswerForm.class.getName());

    private final ChatModel model;
    private final List<Optional<ResponseFormat>> forms;
    private final OptionalInt outputTokens;
    private final AtomicInteger taken = new AtomicInteger();

    AnswerForm(ChatModel model, AnalysisTemplate template, OptionalInt outputTokens) {
        this.model = model;
        this.outputTokens = outputTokens;
        Stream<Optional<ResponseFormat>> lax = Stream.of(Optional.of(ResponseFormat.JSON), Optional.empty());
        this.forms = Stream.concat(bySchema(template).map(Optional::of).stream(), lax).toList();
    }

    ChatResponse ask(List<ChatMessage> messages) {
        int first = taken.get();
        for (int form = first;; form++) {
            try {
                ChatResponse response = model.chat(request(messages, forms.get(form)));
                if (taken.getAndAccumulate(form, Math::max) < form) {
                    LOG.log(System.Logger.Level.WARNING,
                            "The language model''s server refuses answers by schema; they are "
                                    + "asked for in a laxer form from now on, and checked here");
                }
                return response;
            } catch (InvalidRequestException | UnsupportedFeatureException | IllegalArgumentException e) {
                if (form == forms.size() - 1 || Withheld.by(e).isPresent()) {
                    throw e;
                }
            }
        }
    }

    private ChatRequest request(List<ChatMessage> messages, Optional<ResponseFormat> form) {
        ChatRequest.Builder request = ChatRequest.builder().messages(messages);
        form.ifPresent(request::responseFormat);
        outputTokens.ifPresent(request::maxOutputTokens);
        return request.build();
    }

    private static Optional<ResponseFormat> bySchema(AnalysisTemplate template) {
        return StrictSchema.of(JsonTrees.node(template.schema()))
                .map(schema -> JsonSchema.builder()
                        .name(template.name())
                        .rootElement(JsonRawSchema.from(schema.toString()))
                        .build())
                .map(schema -> ResponseFormat.builder().type(ResponseFormatType.JSON).jsonSchema(schema).build());
    }
}
