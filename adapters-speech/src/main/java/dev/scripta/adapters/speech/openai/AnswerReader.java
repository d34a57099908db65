package dev.scripta.adapters.speech.openai;

import dev.scripta.adapters.speech.clip.Recognition;
import dev.scripta.core.model.EngineCall;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads what engines answer, json or verbose_json, in any dialect. Thread-safe. */
final class AnswerReader {

    private static final Predicate<String> NAME = Pattern.compile("(?! *$)[ -~]{1,200}").asMatchPredicate();

    /** Eleven days. */
    private static final double MOST_SECONDS = 1e6;

    private final OpenAiSettings settings;
    private final String engine;
    private final Languages languages = new Languages();

    AnswerReader(OpenAiSettings settings, String engine) {
        this.settings = settings;
        this.engine = engine;
    }

    /**
     * Reads a successful answer.
     *
     * @param clip how long what was sent plays
     * @return empty when it is no transcript: another page, an error with the status of success, or nothing
     */
    Optional<Recognition> read(Answer answer, Duration clip) {
        return Fields.of(answer.body())
                .filter(fields -> fields.value("error").isEmpty())
                .filter(fields -> fields.text("text").isPresent() || !fields.list("segments").isEmpty())
                .map(fields -> read(fields, answer.headers(), clip));
    }

    private Recognition read(Fields answer, HttpHeaders headers, Duration clip) {
        AnsweredSegments segments = AnsweredSegments.of(answer, clip);
        String text = answer.text("text")
                .filter(words -> !segments.silenceDropped())
                .map(Spoken::text)
                .filter(words -> !words.isEmpty())
                .orElseGet(segments::text);
        return new Recognition(text, language(answer), segments.timed(settings.words()), heard(answer),
                call(answer, headers));
    }

    private Optional<String> language(Fields answer) {
        if (settings.task() == OpenAiTask.TRANSLATE) {
            return Optional.of("en");
        }
        return answer.text("language")
                .or(() -> answer.text("detected_language"))
                .or(() -> answer.list("languages").stream().flatMap(first -> first.text("code").stream()).findFirst())
                .flatMap(languages::tag)
                .or(() -> settings.language().flatMap(languages::tag));
    }

    private static Optional<Duration> heard(Fields answer) {
        return seconds(answer, "duration").or(() -> answer.fields("usage").flatMap(usage -> seconds(usage, "seconds")));
    }

    private EngineCall call(Fields answer, HttpHeaders headers) {
        EngineCall call = EngineCall.of(engine).ofModel(answer.text("model").filter(NAME).orElse(settings.model()));
        Optional<String> request = headers.firstValue("x-request-id")
                .or(() -> answer.fields("x_groq").flatMap(groq -> groq.text("id")))
                .filter(NAME);
        Optional<Fields> usage = answer.fields("usage");
        Optional<Duration> audio = usage.flatMap(used -> seconds(used, "seconds")).or(() -> heard(answer));
        call = request.isPresent() ? call.withRequest(request.get()) : call;
        call = audio.isPresent() ? call.withAudio(audio.get()) : call;
        return usage.isPresent() ? withTokens(call, usage.get()) : call;
    }

    private static EngineCall withTokens(EngineCall call, Fields usage) {
        Optional<Long> input = count(usage, "input_tokens");
        Optional<Long> output = count(usage, "output_tokens");
        return input.isPresent() || output.isPresent() ? call.withTokens(input.orElse(0L), output.orElse(0L)) : call;
    }

    private static Optional<Long> count(Fields usage, String name) {
        return usage.number(name).map(Double::longValue).filter(count -> count >= 0);
    }

    /** Zero is told by servers that do not know, and more than any recording is another unit or a lie. */
    private static Optional<Duration> seconds(Fields fields, String name) {
        return fields.number(name).filter(number -> number > 0 && number < MOST_SECONDS).map(Spoken::time);
    }
}
