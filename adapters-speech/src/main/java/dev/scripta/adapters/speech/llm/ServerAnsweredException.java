package dev.scripta.adapters.speech.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.langchain4j.exception.HttpException;
import dev.scripta.adapters.speech.json.JsonTrees;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** An answer other than success, with when to come again, if the server said. Never leaves this package but as a cause. */
final class ServerAnsweredException extends HttpException {

    private static final long serialVersionUID = 1L;
    private static final int MAX_WORDS = 500;

    private final transient Optional<Duration> retryAfter;
    private final String code;

    private ServerAnsweredException(int status, String words, String code, Optional<Duration> retryAfter) {
        super(status, words);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /**
     * An answer.
     *
     * @param key what must not be repeated
     */
    static ServerAnsweredException of(int status, String body, Optional<Duration> retryAfter, Optional<String> key) {
        JsonNode answer = parsed(body);
        String words = words(answer);
        String told = key.map(secret -> words.replace(secret, "***")).orElse(words);
        return new ServerAnsweredException(status, told.substring(0, told.offsetByCodePoints(0, Math.min(MAX_WORDS,
                told.codePointCount(0, told.length())))), answer.at("/error/code").asText(), retryAfter);
    }

    /** What its error members say: no more, for servers quote requests. */
    String words() {
        return Objects.requireNonNullElse(getMessage(), "");
    }

    /** The error's code, as of an answer that this failure was caused by. */
    static Optional<String> code(Throwable thrown) {
        return ModelFailedException.chain(thrown)
                .stream()
                .filter(ServerAnsweredException.class::isInstance)
                .map(answer -> ((ServerAnsweredException) answer).code)
                .filter(code -> !code.isEmpty())
                .findFirst();
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** OpenAI, Groq, vLLM: error.message; LocalAI, older vLLM: message; FastAPI: detail; others: error as text. */
    private static String words(JsonNode answer) {
        return Stream.of(answer.path("error").path("message"), answer.path("error"), answer.path("detail"),
                answer.path("message")).filter(JsonNode::isTextual).map(JsonNode::textValue).findFirst().orElse("");
    }

    private static JsonNode parsed(String body) {
        try {
            return JsonTrees.parse(body);
        } catch (IllegalArgumentException e) {
            return MissingNode.getInstance();
        }
    }
}
