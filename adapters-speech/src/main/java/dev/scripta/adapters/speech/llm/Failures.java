package dev.scripta.adapters.speech.llm;

import com.fasterxml.jackson.core.JacksonException;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import dev.scripta.core.error.AnalysisFailedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** Tells what became of a call that failed, and so whether it may be repeated: by its status, or by what broke. */
final class Failures {

    private static final String SERVER = "The language model's server ";
    private static final List<Class<? extends Throwable>> NOT_SENT = List.of(ConnectException.class,
            HttpConnectTimeoutException.class, UnknownHostException.class, UnresolvedAddressException.class,
            UnresolvedModelServerException.class);

    private Failures() {}

    static AnalysisFailedException of(RuntimeException thrown) {
        ModelFailedException cause = ModelFailedException.of(thrown);
        OptionalInt status = ModelFailedException.chain(thrown)
                .stream()
                .flatMapToInt(each -> status(each).stream())
                .findFirst();
        return status.isPresent() ? answered(status.getAsInt(), thrown, cause) : broken(thrown, cause);
    }

    /** The status that this one carries itself; what it wraps is asked in turn. */
    static OptionalInt status(Throwable thrown) {
        return thrown instanceof HttpException answer ? OptionalInt.of(answer.statusCode()) : OptionalInt.empty();
    }

    /** That no answer came in time, though one may have been made. */
    static AnalysisFailedException late() {
        return new AnalysisFailedException("The language model did not answer in time.", true).withOutcomeUnknown();
    }

    private static AnalysisFailedException answered(int status, RuntimeException thrown, ModelFailedException cause) {
        return switch (status) {
            case 401, 403 -> refusedKey(cause);
            case 404, 405 -> unknownModel(cause);
            case 402 -> busy(cause);
            case 429 -> isUsedUp(thrown) ? busy(cause) : stated(busy(cause), thrown);
            case 503 -> stated(busy(cause), thrown);
            // Cloudflare had no answer, or none in time: 520, 524.
            case 502, 504, 520, 524 -> failed("was not reached by its gateway.", true, cause)
                    .withOutcomeUnknown();
            default -> status >= 500 || status == 408
                    ? failed("failed.", true, cause)
                    : status < 400
                            ? failed("is elsewhere: check SCRIPTA_ANALYSIS_OPENAI_URL.", true, cause)
                            : failed("refused the question as faulty or too long: check"
                                    + " SCRIPTA_ANALYSIS_OPENAI_MODEL and SCRIPTA_ANALYSIS_OPENAI_CHARACTERS.", false,
                                    cause);
        };
    }

    private static AnalysisFailedException broken(RuntimeException thrown, ModelFailedException cause) {
        if (NOT_SENT.stream().anyMatch(type -> threw(thrown, type))) {
            return failed("cannot be reached: check SCRIPTA_ANALYSIS_OPENAI_URL.", true, cause).after(Duration.ZERO);
        }
        if (threw(thrown, SSLHandshakeException.class)) {
            return failed("has no certificate that is trusted here.", true, cause);
        }
        if (isPlain(thrown)) {
            return failed("does not speak TLS: check SCRIPTA_ANALYSIS_OPENAI_URL.", true, cause);
        }
        if (threw(thrown, TimeoutException.class) || threw(thrown, IOException.class)) {
            return failed("broke off without an answer.", true, cause).withOutcomeUnknown();
        }
        if (threw(thrown, AuthenticationException.class)) {
            return refusedKey(cause);
        }
        if (threw(thrown, ModelNotFoundException.class)) {
            return unknownModel(cause);
        }
        return threw(thrown, RateLimitException.class)
                ? busy(cause)
                : failed("answered with what is no answer of a language model.", false, cause);
    }

    /** The JDK says so of a server's first bytes alone, before the question is sent. */
    private static boolean isPlain(RuntimeException thrown) {
        return ModelFailedException.chain(thrown)
                .stream()
                .anyMatch(each -> each instanceof SSLException
                        && String.valueOf(each.getMessage())
                                .toLowerCase(Locale.ROOT)
                                .contains("unrecognized ssl message"));
    }

    private static AnalysisFailedException refusedKey(ModelFailedException cause) {
        return failed("refused the key: check SCRIPTA_ANALYSIS_OPENAI_KEY.", true, cause);
    }

    private static AnalysisFailedException unknownModel(ModelFailedException cause) {
        return failed("does not know the model, or not this path: check SCRIPTA_ANALYSIS_OPENAI_MODEL and"
                + " SCRIPTA_ANALYSIS_OPENAI_URL.", true, cause);
    }

    private static AnalysisFailedException busy(ModelFailedException cause) {
        return failed("is busy, or its quota is used up.", true, cause);
    }

    private static AnalysisFailedException failed(String what, boolean retryable, ModelFailedException cause) {
        return new AnalysisFailedException(SERVER + what, retryable, cause);
    }

    private static AnalysisFailedException stated(AnalysisFailedException failure, RuntimeException thrown) {
        Optional<Duration> time = ModelFailedException.chain(thrown)
                .stream()
                .filter(ServerAnsweredException.class::isInstance)
                .map(ServerAnsweredException.class::cast)
                .flatMap(answer -> answer.retryAfter().stream())
                .findFirst();
        return time.map(failure::after).orElse(failure);
    }

    /** Waiting does not help then, whatever the server says of it. */
    private static boolean isUsedUp(RuntimeException thrown) {
        return ServerAnsweredException.code(thrown).filter("insufficient_quota"::equals).isPresent();
    }

    private static boolean threw(Throwable thrown, Class<? extends Throwable> type) {
        // A parser that failed is an IOException, too, but the answer was there.
        return ModelFailedException.chain(thrown)
                .stream()
                .anyMatch(each -> type.isInstance(each) && !(each instanceof JacksonException));
    }
}
