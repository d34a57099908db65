package dev.scripta.app;

import dev.scripta.adapters.speech.audio.AudioDecoder;
import dev.scripta.adapters.speech.audio.AudioDecoderSettings;
import dev.scripta.adapters.speech.opennlp.OpenNlpConversationAnalyzer;
import dev.scripta.adapters.speech.sphinx.SphinxSettings;
import dev.scripta.adapters.speech.sphinx.SphinxSpeechToText;
import dev.scripta.core.port.ConversationAnalyzer;
import dev.scripta.core.port.SpeechToText;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Engines that need nobody else: no key, no network. */
final class OfflineEngines implements Engines {

    private final SphinxSpeechToText speech;
    private final ConversationAnalyzer analyzer = new OpenNlpConversationAnalyzer();

    /** The engines as set; nothing is loaded yet. */
    OfflineEngines(Settings settings) {
        AudioDecoderSettings decoding = StartupException.unlessRefused("SCRIPTA_SPEECH_LIMIT",
                () -> decoding(settings));
        SphinxSettings sphinx = StartupException.unlessRefused("SCRIPTA_SPEECH_WORKERS or SCRIPTA_SPEECH_TIMEOUT",
                () -> new SphinxSettings(settings.speech().workers(), settings.speech().timeout()));
        this.speech = new SphinxSpeechToText(new AudioDecoder(decoding), sphinx);
    }

    private static AudioDecoderSettings decoding(Settings settings) {
        return AudioDecoderSettings.in(settings.dataDirectory().resolve("audio"))
                .withFfmpeg(settings.speech().ffmpeg().or(OfflineEngines::installedFfmpeg))
                .withMaxDuration(settings.speech().limit());
    }

    private static Optional<Path> installedFfmpeg() {
        return Optional.ofNullable(System.getenv("PATH")).flatMap(AudioDecoderSettings::ffmpegOn);
    }

    @Override
    public SpeechToText speechToText() {
        return speech;
    }

    @Override
    public ConversationAnalyzer analyzer() {
        return analyzer;
    }

    @Override
    public void warmUp() {
        speech.warmUp();
    }

    @Override
    public String status() {
        return speech.status().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        speech.close();
    }
}
