package dev.scripta.adapters.speech.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParseException;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import dev.scripta.core.error.AnalysisFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What libraries throw, told by whether the call may be repeated. */
final class FailuresTest {

    @ParameterizedTest
    @CsvSource({"301,true,false,ANALYSIS_OPENAI_URL", "400,false,false,ANALYSIS_OPENAI_CHARACTERS",
            "401,true,false,ANALYSIS_OPENAI_KEY", "402,true,false,quota", "403,true,false,ANALYSIS_OPENAI_KEY",
            "404,true,false,ANALYSIS_OPENAI_MODEL", "408,true,false,failed", "413,false,false,too long",
            "422,false,false,faulty", "429,true,false,quota", "500,true,false,failed", "502,true,true,gateway",
            "405,true,false,ANALYSIS_OPENAI_URL", "503,true,false,busy", "504,true,true,gateway",
            "520,true,true,gateway", "524,true,true,gateway", "522,true,false,failed", "529,true,false,failed"})
    void statuses_tell(int status, boolean retryable, boolean outcomeUnknown, String told) {
        AnalysisFailedException failure = Failures.of(new InternalServerException(new HttpException(status,
                "secret4711")));
        assertEquals(retryable, failure.retryable());
        assertEquals(outcomeUnknown, failure.outcomeUnknown());
        assertEquals(Optional.empty(), failure.retryAfter());
        assertTrue(failure.detail().contains(told), failure.detail());
        assertTrue(failure.getCause().toString().contains("HTTP " + status), failure.getCause()::toString);
        assertFalse(failure.getCause().toString().contains("secret4711"), failure.getCause()::toString);
    }

    @ParameterizedTest
    @CsvSource({"429,true", "503,true", "500,false", "400,false"})
    void busy_servers_say_when_to_come_again(int status, boolean heard) {
        AnalysisFailedException failure = Failures.of(
                new RateLimitException(ServerAnsweredException.of(status, "", Optional.of(Duration.ofSeconds(7)),
                        Optional
                                .empty())));
        assertEquals(Optional.of(Duration.ofSeconds(7)).filter(time -> heard), failure.retryAfter());
    }

    /** Whoever asks again then is billed nothing, and gets nothing. */
    @Test
    void a_quota_that_is_used_up_is_not_waited_for() {
        Optional<Duration> soon = Optional.of(Duration.ofSeconds(7));
        AnalysisFailedException failure = Failures.of(new RateLimitException(ServerAnsweredException.of(429,
                "{\"error\":{\"code\":\"insufficient_quota\"}}", soon, Optional.empty())));
        assertEquals(Optional.empty(), failure.retryAfter());
    }

    static Stream<Arguments> broken() {
        return Stream.of(Arguments.of(io(new ConnectException()), "safe"),
                Arguments.of(io(new HttpConnectTimeoutException("x")), "safe"),
                Arguments.of(new UnresolvedModelServerException("x"), "safe"),
                Arguments.of(io(new SSLHandshakeException("x")), "later"),
                Arguments.of(io(new IOException(new SSLException("Unrecognized SSL message, plaintext connection?"))),
                        "later"),
                Arguments.of(io(new IOException(new SSLException("bad record"))), "unknown"),
                Arguments.of(new TimeoutException(new HttpTimeoutException("x")), "unknown"),
                Arguments.of(io(new IOException("reset")), "unknown"),
                Arguments.of(new RuntimeException(new IOException("reset")), "unknown"),
                Arguments.of(new RateLimitException("x"), "later"),
                Arguments.of(new AuthenticationException("x"), "later"),
                Arguments.of(new InternalServerException("no choices"), "never"),
                Arguments.of(new RuntimeException(new JsonParseException(null, "x")), "never"),
                Arguments.of(new NullPointerException("x"), "never"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void what_broke_tells(RuntimeException thrown, String repeat) {
        AnalysisFailedException failure = Failures.of(thrown);
        assertEquals(!repeat.equals("never"), failure.retryable());
        assertEquals(repeat.equals("unknown"), failure.outcomeUnknown());
        assertEquals(Optional.of(Duration.ZERO).filter(time -> repeat.equals("safe")), failure.retryAfter());
    }

    @Test
    void a_circle_of_causes_ends() {
        RuntimeException first = new RuntimeException("x");
        first.initCause(new RuntimeException(first));
        assertFalse(Failures.of(first).retryable());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"error":{"message":"bad key sk-4711","code":"x"}} | bad key ***
            {"error":"no model"}                               | no model
            {"object":"error","message":"flat"}                | flat
            {"detail":"Not found"}                             | Not found
            {"detail":[{"msg":"x","input":"what was said"}]}   | ''
            <html>what was said</html>                         | ''
            """)
    void of_a_servers_words_only_its_error_members_are_told_without_the_key(String body, String told) {
        ServerAnsweredException answer = ServerAnsweredException.of(400, body, Optional.empty(), Optional.of(
                "sk-4711"));
        assertEquals(told, answer.words());
        assertTrue(ModelFailedException.of(answer).getMessage().endsWith("(HTTP 400): " + told));
    }

    @Test
    void a_servers_words_are_cut_between_characters() {
        String body = "{\"error\":\"" + "\ud83d\ude00".repeat(600) + "\"}";
        assertEquals(1_000, ServerAnsweredException.of(400, body, Optional.empty(), Optional.empty()).words().length());
    }

    private static UncheckedIOException io(IOException e) {
        return new UncheckedIOException(e);
    }
}
