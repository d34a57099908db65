package dev.scripta.core.tck.server;

import dev.scripta.core.model.JsonObject;

/**
 * How a server that claims to speak OpenAI's API really speaks it, told from their sources and specifications of 2026.
 */
public enum Dialect {
    /** OpenAI itself, whisper-1. */
    OPENAI,
    /** Groq. */
    GROQ,
    /** speaches 0.9, on FastAPI and faster-whisper. */
    SPEACHES,
    /** vLLM of today. */
    VLLM,
    /** vLLM before 0.10, whose errors are flat. */
    VLLM_FLAT,
    /** LocalAI, whose times are nanoseconds. */
    LOCALAI,
    /** The server of whisper.cpp, started with OpenAI's path. */
    WHISPER_CPP;

    /**
     * A transcription in the format that the request asks for: {@code json} unless it says {@code verbose_json} or
     * {@code text}.
     */
    public ScriptedAnswer transcription(ScriptedRequest request, Heard heard) {
        String text = heard.transcript().text();
        return switch (request.field("response_format").orElse("json")) {
            case "json" -> answer(new Fields().with("text", text).object());
            case "verbose_json" -> answer(verbose(heard, Granularity.asked(request)));
            case "text" -> ScriptedAnswer.html(200, text + "\n");
            default -> trouble(Trouble.INVALID_PARAMETER);
        };
    }

    /** An answer that something is wrong. */
    public ScriptedAnswer trouble(Trouble trouble) {
        return switch (this) {
            case OPENAI -> ErrorAnswers.openAi(trouble);
            case GROQ -> ErrorAnswers.groq(trouble);
            case SPEACHES -> ErrorAnswers.speaches(trouble);
            case VLLM -> ErrorAnswers.vllm(trouble);
            case VLLM_FLAT -> ErrorAnswers.flat(trouble);
            case LOCALAI -> ErrorAnswers.localAi(trouble);
            case WHISPER_CPP -> ErrorAnswers.whisperCpp(trouble);
        };
    }

    /** A chat's answer with this content, to the end. */
    public ScriptedAnswer completion(String content) {
        return answer(ChatAnswers.content(this, content, "stop"));
    }

    /** A chat's answer that ends where the tokens ended. */
    public ScriptedAnswer cutOff(String content) {
        return answer(ChatAnswers.content(this, content, "length"));
    }

    /** A chat's answer that a filter ended. */
    public ScriptedAnswer filtered(String content) {
        return answer(ChatAnswers.content(this, content, "content_filter"));
    }

    /** A chat's answer of a model that does not want to. */
    public ScriptedAnswer refusal(String reason) {
        return answer(ChatAnswers.refusal(this, reason));
    }

    /** Whether a file's first bytes are those of a format it reads; whisper.cpp without ffmpeg reads few. */
    boolean reads(ReceivedFile file) {
        return this == WHISPER_CPP ? Magic.isPlain(file) : Magic.isAudio(file);
    }

    /** Whether it takes the form's fields: some model, and no times of models that make none. */
    boolean takesParameters(ScriptedRequest request) {
        String model = request.field("model").orElse("");
        boolean wantsTimes = request.field("response_format").orElse("json").equals("verbose_json");
        return this == WHISPER_CPP || (!model.isEmpty() && !(wantsTimes && model.startsWith("gpt-4o")));
    }

    private JsonObject verbose(Heard heard, Granularity asked) {
        return switch (this) {
            case OPENAI -> VerboseAnswers.openAi(heard, asked);
            case GROQ -> VerboseAnswers.groq(heard, asked);
            case SPEACHES -> VerboseAnswers.speaches(heard, asked);
            case VLLM, VLLM_FLAT -> VerboseAnswers.vllm(heard);
            case LOCALAI -> VerboseAnswers.localAi(heard);
            case WHISPER_CPP -> VerboseAnswers.whisperCpp(heard);
        };
    }

    private static ScriptedAnswer answer(JsonObject body) {
        return ScriptedAnswer.json(200, body.toJson()).with("x-request-id", "req_scripted");
    }
}
