package dev.scripta.adapters.speech.openai;

import dev.scripta.adapters.speech.guard.RetryAfter;
import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.error.TranscriptionFailedException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What an answer other than success means: whether the settings or the engine is to blame, and
 * whether it may have been billed. Decided by the status first: texts and types differ from server to server. The audio is
 * never to blame: it was decoded here before it was sent, and a server that is set up wrongly must not cost a recording. So
 * every failure is worth a retry, once somebody has mended what it names.
 */
final class Refusals {

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int PAYMENT_REQUIRED = 402;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int CONTENT_TOO_LARGE = 413;
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int INTERNAL_SERVER_ERROR = 500;
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;
    private static final int GATEWAY_TIMEOUT = 504;
    /** Cloudflare had no proper answer, or none in time, of the server behind it. */
    private static final Set<Integer> BEHIND_CLOUDFLARE = Set.of(520, 524);

    private static final String QUOTA = "The speech engine's account has no quota left: top it up, or check "
            + "SCRIPTA_SPEECH_OPENAI_KEY.";

    private static final String TOO_LARGE = "The speech engine takes smaller requests only: lower "
            + "SCRIPTA_SPEECH_OPENAI_BYTES.";

    private Refusals() {}

    static ScriptaException of(Answer answer, ServerError error) {
        ServerWordsException words = new ServerWordsException(answer.status(), error.words());
        return switch (answer.status()) {
            case BAD_REQUEST, UNPROCESSABLE, UNSUPPORTED_MEDIA_TYPE -> ofRequest(answer.status(), error, words);
            case UNAUTHORIZED, FORBIDDEN -> waiting("The speech engine refused the key: check "
                    + "SCRIPTA_SPEECH_OPENAI_KEY.", words);
            case PAYMENT_REQUIRED -> waiting(QUOTA, words);
            case NOT_FOUND, METHOD_NOT_ALLOWED -> waiting("The speech engine does not know the address or the model: "
                    + "check SCRIPTA_SPEECH_OPENAI_URL and SCRIPTA_SPEECH_OPENAI_MODEL.", words);
            case REQUEST_TIMEOUT -> waiting("The speech engine waited too long for the audio.", words);
            case CONTENT_TOO_LARGE -> waiting(TOO_LARGE, words);
            case TOO_MANY_REQUESTS -> error.says("insufficient_quota", "billing", "exceeded your current quota")
                    ? waiting(QUOTA, words)
                    : after(answer, waiting("The speech engine takes no more calls at the moment.", words));
            case INTERNAL_SERVER_ERROR -> waiting("The speech engine failed.", words);
            case UNAVAILABLE -> after(answer, waiting("The speech engine is not available at the moment.", words));
            case BAD_GATEWAY, GATEWAY_TIMEOUT -> behindGateway(words);
            default -> ofOtherStatus(answer.status(), words);
        };
    }

    private static ScriptaException ofRequest(int status, ServerError error, ServerWordsException words) {
        if (error.says("longer than", "too long", "duration exceeds")) {
            return waiting("The speech engine takes shorter audio only: lower SCRIPTA_SPEECH_OPENAI_DURATION.", words);
        }
        if (status == UNSUPPORTED_MEDIA_TYPE
                || error.says("file format", "audio format", "unsupported audio", "unsupported file", "corrupt",
                        "could not be decoded", "failed to decode", "failed to read audio", "invalid audio",
                        "valid media file")) {
            return waiting(
                    "The speech engine cannot read this audio, which is sound: check SCRIPTA_SPEECH_OPENAI_FORMATS "
                            + "and what the server needs to decode it.", words);
        }
        if (error.says("file size", "content size", "too large")) {
            return waiting(TOO_LARGE, words);
        }
        return waiting("The speech engine does not take requests like this one: check "
                + "SCRIPTA_SPEECH_OPENAI_MODEL, SCRIPTA_SPEECH_OPENAI_LANGUAGE and SCRIPTA_SPEECH_OPENAI_PROMPT.",
                words);
    }

    private static ScriptaException ofOtherStatus(int status, ServerWordsException words) {
        return switch (status / 100) {
            case 3 -> waiting("The speech engine has another address: SCRIPTA_SPEECH_OPENAI_URL must be the final one, "
                    + "for redirections are not followed.", words);
            case 5 -> BEHIND_CLOUDFLARE.contains(status)
                    ? behindGateway(words)
                    : waiting("The speech engine failed.", words);
            default -> waiting("The speech engine refused the request.", words);
        };
    }

    private static TranscriptionFailedException behindGateway(ServerWordsException words) {
        return waiting("The speech engine did not answer its gateway.", words).withOutcomeUnknown();
    }

    private static ScriptaException after(Answer answer, TranscriptionFailedException failure) {
        Optional<Duration> stated = RetryAfter.of(answer.headers());
        return stated.isPresent() ? failure.after(stated.get()) : failure;
    }

    /** Waits for somebody to act, or for better times. */
    private static TranscriptionFailedException waiting(String detail, ServerWordsException words) {
        return new TranscriptionFailedException(detail, true, words);
    }
}
