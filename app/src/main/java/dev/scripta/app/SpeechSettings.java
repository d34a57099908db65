package dev.scripta.app;

import dev.scripta.adapters.speech.openai.OpenAiServer;
import dev.scripta.adapters.speech.openai.OpenAiSettings;
import dev.scripta.adapters.speech.openai.OpenAiTask;
import dev.scripta.adapters.speech.whisper.WhisperSettings;
import dev.scripta.core.model.EngineLimits;
import dev.scripta.core.model.Sha256;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who recognises speech, and how.
 *
 * @param engine {@code engine}
 * @param timeout {@code timeout}
 * @param limit {@code limit}: the longest recording
 * @param ffmpeg {@code ffmpeg}; empty to look for it
 */
record SpeechSettings(Engine engine, Duration timeout, Duration limit, Optional<Path> ffmpeg) {

    private static final Duration LEAST = Duration.ofSeconds(1);
    /** No stretch of speech is split below 20 s. */
    private static final Duration LEAST_AUDIO = Duration.ofSeconds(30);
    /** The same as WAV, with room for the rest of the request. */
    private static final long LEAST_BYTES = 1 << 20;

    private enum Choice {
        OFFLINE, OPENAI, WHISPER
    }

    /** Who recognises. Only what belongs to the chosen one is read. */
    sealed interface Engine {

        /** What to tell at start: no secrets. */
        String told();
    }

    /** Sphinx-4, which comes with Scripta. */
    record Offline(int workers) implements Engine {
        @Override
        public String told() {
            return "offline";
        }
    }

    /** A server that speaks OpenAI's API, with so many calls at once. */
    record OpenAi(OpenAiSettings settings, int parallel) implements Engine {
        @Override
        public String told() {
            return settings.model() + " at " + settings.server().url();
        }
    }

    /** whisper.cpp in this process. */
    record Whisper(WhisperSettings settings) implements Engine {
        @Override
        public String told() {
            return "whisper.cpp with " + settings.model();
        }
    }

    static SpeechSettings from(Keys keys) {
        Engine engine = switch (keys.choice("scripta.speech.engine", Choice.class)) {
            case OFFLINE -> new Offline(keys.number("scripta.speech.workers"));
            case OPENAI -> new OpenAi(openAi(keys), keys.count("scripta.speech.openai.parallel"));
            case WHISPER -> new Whisper(whisper(keys));
        };
        return new SpeechSettings(engine, keys.time("scripta.speech.timeout", LEAST),
                keys.time("scripta.speech.limit"), keys.optional("scripta.speech.ffmpeg").map(Path::of));
    }

    private static OpenAiSettings openAi(Keys keys) {
        URI url = keys.url("scripta.speech.openai.url");
        Optional<String> key = keys.key("scripta.speech.openai.key", url);
        OpenAiServer server = keys.checked("scripta.speech.openai.url", () -> new OpenAiServer(url, key));
        String model = keys.checked("scripta.speech.openai.model",
                () -> OpenAiSettings.of(server, keys.required("scripta.speech.openai.model")).model());
        OpenAiTask task = keys.choice("scripta.speech.openai.task", OpenAiTask.class);
        Set<String> formats = keys.checked("scripta.speech.openai.formats",
                () -> formats(keys.text("scripta.speech.openai.formats")));
        boolean words = keys.flag("scripta.speech.openai.words");
        long bytes = keys.bytes("scripta.speech.openai.bytes", LEAST_BYTES);
        Duration duration = keys.time("scripta.speech.openai.duration", LEAST_AUDIO);
        Duration timeout = keys.time("scripta.speech.openai.timeout", LEAST);
        return keys.checked("scripta.speech.openai.language", () -> new OpenAiSettings(server, model, task,
                keys.optional("scripta.speech.openai.language"), keys.optional("scripta.speech.openai.prompt"), words,
                formats, bytes, duration, timeout));
    }

    private static Set<String> formats(String list) {
        Set<String> formats = Stream.of(("wav," + list).split(","))
                .map(format -> format.strip().toLowerCase(Locale.ROOT))
                .filter(format -> !format.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        if (!EngineLimits.ALL_FORMATS.containsAll(formats)) {
            throw new IllegalArgumentException("formats are " + String.join(", ", EngineLimits.ALL_FORMATS));
        }
        return formats;
    }

    private static WhisperSettings whisper(Keys keys) {
        Path model = Path.of(keys.required("scripta.speech.whisper.model"));
        boolean translate = keys.flag("scripta.speech.whisper.translate");
        int workers = keys.count("scripta.speech.whisper.workers");
        int set = keys.number("scripta.speech.whisper.threads");
        int threads = set == 0 ? Runtime.getRuntime().availableProcessors() : set;
        Optional<Sha256> digest = keys.checked("scripta.speech.whisper.sha256",
                () -> keys.optional("scripta.speech.whisper.sha256").map(Sha256::new));
        Optional<String> language = keys.optional("scripta.speech.whisper.language");
        WhisperSettings one = keys.checked("scripta.speech.whisper.language",
                () -> new WhisperSettings(model, digest, language, translate, 1, 1));
        WhisperSettings some = keys.checked("scripta.speech.whisper.workers", () -> one.withWorkers(workers));
        return keys.checked("scripta.speech.whisper.threads", () -> some.withThreads(threads));
    }
}
