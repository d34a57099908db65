package dev.scripta.core.tck.server;

import static dev.scripta.core.tck.server.TimedParts.nanoseconds;
import static dev.scripta.core.tck.server.TimedParts.seconds;
import static dev.scripta.core.tck.server.TimedParts.segments;
import static dev.scripta.core.tck.server.TimedParts.words;

import dev.scripta.core.model.JsonObject;
import java.util.Locale;

/** {@code verbose_json} as each server writes it. */
final class VerboseAnswers {

    private VerboseAnswers() {}

    /** OpenAI's, for whisper-1: the language is a word, words stand beside the segments, usage is by duration. */
    static JsonObject openAi(Heard heard, Granularity asked) {
        return common(heard, languageWord(heard), asked)
                .with("usage", new Fields().with("type", "duration").with("seconds", heard.played().toSeconds() + 1))
                .object();
    }

    /** Groq's: as OpenAI's, with an id of the request. */
    static JsonObject groq(Heard heard, Granularity asked) {
        return common(heard, languageWord(heard), asked).with("x_groq", new Fields().with("id", "req_01scripted"))
                .object();
    }

    /** speaches': the language is a code, and words are null unless asked for. */
    static JsonObject speaches(Heard heard, Granularity asked) {
        Fields fields = common(heard, languageCode(heard), asked);
        return asked.words() ? fields.object() : fields.withNull("words").object();
    }

    /** vLLM's: the duration is a string, the language a code, an unknown compression ratio is -1, words are not made. */
    static JsonObject vllm(Heard heard) {
        return new Fields().with("duration", Double.toString(seconds(heard.played())))
                .with("language", languageCode(heard))
                .with("text", heard.transcript().text())
                .with("segments", segments(heard, (fields, segment) -> fields.with("id", 0)
                        .with("avg_logprob", -0.21)
                        .with("compression_ratio", -1.0)
                        .withNull("no_speech_prob")
                        .with("seek", 0)
                        .with("start", seconds(segment.start()))
                        .with("end", seconds(segment.end()))))
                .withNull("words")
                .object();
    }

    /** LocalAI's as in many releases: only segments and text, and times in nanoseconds (Go's durations). */
    static JsonObject localAi(Heard heard) {
        return new Fields()
                .with("segments", segments(heard, (fields, segment) -> fields.with("id", 0)
                        .with("start", nanoseconds(segment.start()))
                        .with("end", nanoseconds(segment.end()))
                        .withNull("tokens")))
                .with("text", heard.transcript().text())
                .object();
    }

    /** The server of whisper.cpp: words within their segments, no seek and no compression ratio, lines end in text. */
    static JsonObject whisperCpp(Heard heard) {
        return new Fields().with("task", "transcribe")
                .with("language", languageWord(heard))
                .with("duration", seconds(heard.played()))
                .with("text", " " + heard.transcript().text() + "\n")
                .with("segments", segments(heard, (fields, segment) -> fields.with("id", 0)
                        .with("start", seconds(segment.start()))
                        .with("end", seconds(segment.end()))
                        .with("words", words(segment.words()))
                        .with("temperature", 0.0)
                        .with("avg_logprob", -0.21)
                        .with("no_speech_prob", 0.01)))
                .with("detected_language", languageWord(heard))
                .with("detected_language_probability", 0.98)
                .object();
    }

    private static Fields common(Heard heard, String language, Granularity asked) {
        Fields fields = new Fields().with("task", "transcribe")
                .with("language", language)
                .with("duration", seconds(heard.played()))
                .with("text", heard.transcript().text());
        if (asked.segments()) {
            fields.with("segments", segments(heard, (part, segment) -> part.with("id", 0)
                    .with("seek", 0)
                    .with("start", seconds(segment.start()))
                    .with("end", seconds(segment.end()))
                    .with("temperature", 0.0)
                    .with("avg_logprob", -0.21)
                    .with("compression_ratio", 1.2)
                    .with("no_speech_prob", 0.01)));
        }
        if (asked.words()) {
            fields.with("words", words(heard.transcript()
                    .segments()
                    .stream()
                    .flatMap(segment -> segment.words().stream())
                    .toList()));
        }
        return fields;
    }

    private static String languageCode(Heard heard) {
        return heard.transcript().language().orElse("en");
    }

    private static String languageWord(Heard heard) {
        return Locale.forLanguageTag(languageCode(heard)).getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT);
    }
}
