package dev.scripta.adapters.speech.openai;

import dev.scripta.adapters.speech.audio.AudioFormat;
import dev.scripta.adapters.speech.clip.ClipRequest;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The question as a form: transcriptions and translations as in OpenAI's API description 2.3.0, and whisper.cpp's own. The
 * file's name and type are those of its bytes, by which servers tell the format. Not thread-safe.
 */
final class TranscriptionForm {

    /** More than the 224 tokens of a prompt that Whisper looks at. */
    private static final int PRECEDING = 1_000;

    private final OpenAiSettings settings;
    private final MultipartForm form;

    TranscriptionForm(OpenAiSettings settings, RandomGenerator random) {
        this.settings = settings;
        this.form = new MultipartForm(random);
    }

    String type() {
        return form.type();
    }

    BodyPublisher of(ClipRequest request, boolean withTimes) throws FileNotFoundException {
        form.add("model", settings.model());
        form.add("response_format", withTimes ? "verbose_json" : "json");
        if (settings.server().isWhisperCpp()) {
            // Its default is English.
            form.add("language", settings.language().orElse("auto"));
            form.add("translate", String.valueOf(settings.task() == OpenAiTask.TRANSLATE));
            // Else it goes over the audio once more.
            form.add("no_language_probabilities", "true");
        } else if (settings.task() == OpenAiTask.TRANSCRIBE) {
            settings.language().ifPresent(language -> form.add("language", language));
            if (withTimes) {
                form.add("timestamp_granularities[]", "segment");
            }
            if (withTimes && settings.words()) {
                form.add("timestamp_granularities[]", "word");
            }
        }
        if (settings.tellsSpeakers()) {
            // Demanded above 30 s; prompts are refused (OpenAI's API description 2.3.0).
            form.add("chunking_strategy", "auto");
        } else {
            prompt(request).ifPresent(prompt -> form.add("prompt", prompt));
        }
        AudioFormat format = request.clip().format();
        return form.with("file", request.clip().file(), "audio." + format.extension(), format.mediaType());
    }

    private Optional<String> prompt(ClipRequest request) {
        String prompt = Stream.of(settings.prompt(), request.preceding().map(TranscriptionForm::sent))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return prompt.isBlank() ? Optional.empty() : Optional.of(prompt);
    }

    /** What is sent of the words before: the last of them. */
    static String sent(String text) {
        return text.substring(Math.max(0, text.length() - PRECEDING));
    }
}
