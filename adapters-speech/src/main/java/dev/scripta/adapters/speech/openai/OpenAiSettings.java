package dev.scripta.adapters.speech.openai;

import dev.scripta.core.model.EngineLimits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How an OpenAI-compatible engine is asked.
 *
 * @param server where it is
 * @param model its name there
 * @param task what is made of the speech
 * @param language sent as it is, mostly an ISO 639-1 code; when empty the engine finds out. whisper.cpp's server takes
 *            {@code auto} for that, and gets it where its own path is used; elsewhere set it. Not sent with translations
 * @param prompt names and style to expect; in English for translations
 * @param words whether to ask for the times of words too
 * @param formats what it reads, by the names of {@link EngineLimits#formats()}; {@code wav}, which clips of ours are, is
 *            always among them
 * @param bytes the largest request that it takes, all of it
 * @param duration the longest audio that it takes
 * @param timeout how long one call may take, from connecting to the end of the answer
 */
public record OpenAiSettings(OpenAiServer server, String model, OpenAiTask task, Optional<String> language,
        Optional<String> prompt, boolean words, Set<String> formats, long bytes, Duration duration, Duration timeout) {

    /** OpenAI's limit of a request (25 MiB), form and all. */
    public static final long DEFAULT_BYTES = 25L << 20;
    /** The limit of OpenAI's gpt-4o models; whisper-1 has none. */
    public static final Duration DEFAULT_DURATION = Duration.ofSeconds(1400);
    /** As OpenAI's own libraries. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);

    private static final int MAX_MODEL = 90;
    private static final int FORM_BYTES = 16 << 10;

    /** Checks texts and bounds. */
    public OpenAiSettings {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(task, "task");
        if (model.isBlank() || model.length() > MAX_MODEL || hasControl(model)) {
            throw new IllegalArgumentException(
                    "the model must have 1 to " + MAX_MODEL + " characters, no control characters among them");
        }
        if (language.filter(text -> text.isBlank() || hasControl(text)).isPresent()) {
            throw new IllegalArgumentException("the language must be a code such as en");
        }
        Objects.requireNonNull(prompt, "prompt");
        if (!givesTimes(model) && (words || task == OpenAiTask.TRANSLATE)) {
            throw new IllegalArgumentException("the model " + model
                    + " gives no times of words and does not translate");
        }
        if (!EngineLimits.ALL_FORMATS.containsAll(formats)) {
            throw new IllegalArgumentException("the formats must be of wav, webm, ogg, mp4, mp3, flac and aac");
        }
        formats = Stream.concat(formats.stream(), Stream.of("wav")).collect(Collectors.toUnmodifiableSet());
        if (bytes < 2L * formBytes(prompt)) {
            throw new IllegalArgumentException("the bytes must be " + 2 * formBytes(prompt) + " or more");
        }
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("the duration must be 1 s or more");
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("the timeout must be positive");
        }
    }

    /** Transcriptions by this model, in the language that is heard, within OpenAI's limits. */
    public static OpenAiSettings of(OpenAiServer server, String model) {
        return new OpenAiSettings(server, model, OpenAiTask.TRANSCRIBE, Optional.empty(), Optional.empty(), false,
                Set.of("wav"), DEFAULT_BYTES, DEFAULT_DURATION, DEFAULT_TIMEOUT);
    }

    /** Of audio alone: the form around it is counted by the server too. */
    EngineLimits limits() {
        return new EngineLimits(OptionalLong.of(bytes - formBytes(prompt)), Optional.of(duration), formats, Set.of(),
                givesTimes());
    }

    /** Whether the model gives times: the gpt family answers in plain JSON only (OpenAI's API description 2.3.0). */
    boolean givesTimes() {
        return givesTimes(model);
    }

    private static boolean givesTimes(String model) {
        String name = model.substring(model.lastIndexOf('/') + 1);
        return !name.toLowerCase(Locale.ROOT).startsWith("gpt-");
    }

    /** Whether it is of OpenAI's models that tell speakers apart, which have rules of their own. */
    boolean tellsSpeakers() {
        return model.endsWith("-transcribe-diarize");
    }

    private static int formBytes(Optional<String> prompt) {
        return FORM_BYTES + prompt.orElse("").getBytes(StandardCharsets.UTF_8).length;
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
