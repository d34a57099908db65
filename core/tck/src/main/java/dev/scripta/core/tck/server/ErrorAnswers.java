package dev.scripta.core.tck.server;

import dev.scripta.core.model.JsonNull;
import dev.scripta.core.model.JsonString;
import dev.scripta.core.model.JsonValue;
import java.util.List;

/** Errors as each server writes them; what a server does not write itself is its proxy's page. */
final class ErrorAnswers {

    private ErrorAnswers() {}

    /** Four keys, of which type is no safe classifier: too large is a server error. */
    static ScriptedAnswer openAi(Trouble trouble) {
        return switch (trouble) {
            case TOO_LARGE -> openAi(trouble, "Maximum content size limit (26214400) exceeded (26228140 bytes read)",
                    "server_error", "");
            case TOO_LONG -> openAi(trouble, "audio duration 1500.5 seconds is longer than 1400 seconds which is the "
                    + "maximum for this model", "invalid_request_error", "invalid_value");
            case UNSUPPORTED_FORMAT -> openAi(trouble, "Invalid file format. Supported formats: ['flac', 'm4a', 'mp3', "
                    + "'mp4', 'mpeg', 'mpga', 'oga', 'ogg', 'wav', 'webm']", "invalid_request_error", "");
            case INVALID_PARAMETER -> openAi(trouble, "response_format 'verbose_json' is not compatible with model "
                    + "'gpt-4o-transcribe'.", "invalid_request_error", "unsupported_value");
            case RATE_LIMITED -> openAi(trouble,
                    "Rate limit reached for whisper-1 on requests per min (RPM): Limit 50.",
                    "requests", "rate_limit_exceeded");
            case QUOTA_EXCEEDED -> openAi(trouble, "You exceeded your current quota, please check your plan.",
                    "insufficient_quota", "insufficient_quota");
            case BAD_KEY -> openAi(trouble, "Incorrect API key provided.", "invalid_request_error", "invalid_api_key");
            case FORBIDDEN -> openAi(trouble, "Project does not have access to model whisper-1",
                    "invalid_request_error",
                    "model_not_found");
            case UNKNOWN_MODEL -> openAi(trouble,
                    "The model `whisper-9` does not exist or you do not have access to it.",
                    "invalid_request_error", "model_not_found");
            case UNKNOWN_PATH -> openAi(trouble, "Invalid URL (POST /v1/v1/audio/transcriptions)",
                    "invalid_request_error", "");
            case INTERNAL, UNAVAILABLE -> openAi(trouble, "The server had an error while processing your request.",
                    "server_error", "");
            case BAD_GATEWAY, GATEWAY_TIMEOUT -> trouble.page();
        };
    }

    /** As OpenAI's, with codes of its own and no parameter. */
    static ScriptedAnswer groq(Trouble trouble) {
        return switch (trouble) {
            case TOO_LARGE -> groq(trouble, "Request Entity Too Large", "request_too_large");
            case TOO_LONG, UNSUPPORTED_FORMAT -> groq(trouble, "could not process file - is it a valid media file?",
                    "");
            case INVALID_PARAMETER -> groq(trouble, "response_format must be one of [json text verbose_json]", "");
            case RATE_LIMITED, QUOTA_EXCEEDED -> groq(trouble, "Rate limit reached for model `whisper-large-v3`",
                    "rate_limit_exceeded");
            case BAD_KEY -> groq(trouble, "Invalid API Key", "invalid_api_key");
            case FORBIDDEN -> groq(trouble, "The model is blocked at the project level.", "permissions_error");
            case UNKNOWN_MODEL -> groq(trouble, "The model `whisper-9` does not exist or you do not have access to it.",
                    "model_not_found");
            case UNKNOWN_PATH -> groq(trouble,
                    "Unknown request URL: POST /v1/v1/audio/transcriptions. Please check the "
                            + "URL for typos.", "unknown_url");
            case INTERNAL, UNAVAILABLE -> groq(trouble, "Internal Server Error", "internal_server_error");
            case BAD_GATEWAY, GATEWAY_TIMEOUT -> trouble.page();
        };
    }

    /** FastAPI: a detail, which is a list when a parameter does not fit. */
    static ScriptedAnswer speaches(Trouble trouble) {
        return switch (trouble) {
            case UNSUPPORTED_FORMAT -> detail(415, "Failed to decode audio. The provided file type is not supported.");
            case INVALID_PARAMETER -> ScriptedAnswer.json(422, new Fields().with("detail", List.of(new Fields()
                    .with("type", "enum")
                    .with("msg", "Input should be 'text', 'json', 'verbose_json', 'srt' or 'vtt'")
                    .with("input", "xml")
                    .object())).json());
            case BAD_KEY, FORBIDDEN -> detail(403, "Invalid API key");
            case UNKNOWN_PATH -> detail(404, "Not Found");
            case UNKNOWN_MODEL -> detail(404, "Model 'whisper-9' is not installed locally. You can download the model "
                    + "using `POST /v1/models`");
            case INTERNAL -> ScriptedAnswer.text(500, "Internal Server Error");
            default -> trouble.page();
        };
    }

    /** vLLM today: OpenAI's shape with a number for a code, and only a word for a bad key. */
    static ScriptedAnswer vllm(Trouble trouble) {
        return switch (trouble) {
            case TOO_LARGE -> vllm(400, "Maximum file size exceeded");
            case TOO_LONG -> vllm(400, "Audio duration exceeds the limit of 600 seconds");
            case UNSUPPORTED_FORMAT -> vllm(400, "Invalid or unsupported audio file.");
            case INVALID_PARAMETER -> vllm(400, "Currently do not support verbose_json for this model");
            case UNKNOWN_PATH -> detail(404, "Not Found");
            case BAD_KEY -> ScriptedAnswer.json(401, "{\"error\":\"Unauthorized\"}");
            case UNKNOWN_MODEL -> vllm(404, "The model `whisper-9` does not exist.");
            case INTERNAL -> vllm(500, "EngineCore encountered an issue. See stack trace (above) for the root cause.");
            default -> trouble.page();
        };
    }

    /** vLLM before 0.10: flat. */
    static ScriptedAnswer flat(Trouble trouble) {
        return switch (trouble) {
            case TOO_LARGE -> flat(400, "Maximum file size exceeded");
            case UNSUPPORTED_FORMAT -> flat(400, "Invalid or unsupported audio file.");
            case INVALID_PARAMETER -> flat(400, "Currently do not support verbose_json for this model");
            case UNKNOWN_MODEL -> flat(404, "The model `whisper-9` does not exist.");
            case INTERNAL -> flat(500, "list index out of range");
            default -> vllm(trouble);
        };
    }

    /** LocalAI: a number for a code, an empty type; nearly everything is its own failure. */
    static ScriptedAnswer localAi(Trouble trouble) {
        return switch (trouble) {
            case UNSUPPORTED_FORMAT, INTERNAL -> localAi(500, "rpc error: code = Unknown desc = exit status 183");
            case BAD_KEY, FORBIDDEN -> localAi(401, "An authentication key is required");
            case UNKNOWN_MODEL -> localAi(404, "model whisper-9 not found");
            default -> trouble.page();
        };
    }

    /** whisper.cpp: its hook replaces every 400 by two words and other 4xx and 503 by a 404; only 500 keeps its JSON. */
    static ScriptedAnswer whisperCpp(Trouble trouble) {
        return switch (trouble) {
            case UNSUPPORTED_FORMAT, INVALID_PARAMETER -> ScriptedAnswer.text(400, "Invalid request");
            case INTERNAL -> ScriptedAnswer.json(500, "{\"error\":\"failed to process audio\"}");
            case UNAVAILABLE, UNKNOWN_PATH -> ScriptedAnswer.text(404, "File Not Found (/v1/audio/transcriptions)");
            default -> trouble.page();
        };
    }

    private static ScriptedAnswer openAi(Trouble trouble, String message, String type, String code) {
        return error(trouble.status(), new Fields().with("message", message)
                .with("type", type)
                .withNull("param")
                .with("code", orNull(code))).with("x-request-id", "req_scripted");
    }

    private static ScriptedAnswer groq(Trouble trouble, String message, String code) {
        Fields error = new Fields().with("message", message).with("type", "invalid_request_error");
        return error(trouble.status(), code.isEmpty() ? error : error.with("code", code));
    }

    private static ScriptedAnswer detail(int status, String detail) {
        return ScriptedAnswer.json(status, new Fields().with("detail", detail).json());
    }

    private static ScriptedAnswer vllm(int status, String message) {
        return error(status, new Fields().with("message", message)
                .with("type", "BadRequestError")
                .withNull("param")
                .with("code", status));
    }

    private static ScriptedAnswer flat(int status, String message) {
        return ScriptedAnswer.json(status, new Fields().with("object", "error")
                .with("message", message)
                .with("type", "BadRequestError")
                .withNull("param")
                .with("code", status)
                .json());
    }

    private static ScriptedAnswer localAi(int status, String message) {
        return error(status, new Fields().with("code", status).with("message", message).with("type", ""));
    }

    private static ScriptedAnswer error(int status, Fields error) {
        return ScriptedAnswer.json(status, new Fields().with("error", error).json());
    }

    private static JsonValue orNull(String code) {
        return code.isEmpty() ? JsonNull.NULL : new JsonString(code);
    }
}
