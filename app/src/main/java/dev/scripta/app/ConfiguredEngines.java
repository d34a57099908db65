package dev.scripta.app;

import dev.scripta.adapters.speech.audio.AudioDecoder;
import dev.scripta.adapters.speech.audio.AudioDecoderSettings;
import dev.scripta.adapters.speech.guard.EngineGuard;
import dev.scripta.adapters.speech.guard.GuardSettings;
import dev.scripta.adapters.speech.guard.GuardedRecogniser;
import dev.scripta.adapters.speech.openai.OpenAiRecogniser;
import dev.scripta.adapters.speech.whisper.WhisperRecogniser;
import dev.scripta.core.port.ConversationAnalyzer;
import dev.scripta.core.port.SpeechToText;
import dev.scripta.core.usecase.SystemTicker;
import dev.scripta.core.usecase.Ticker;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/** The engines that the configuration names: the one place where they are chosen. */
final class ConfiguredEngines implements Engines {

    private final Ticker ticker = new SystemTicker();
    private final SecureRandom random = new SecureRandom();
    private final SpeechEngine speech;
    private final ConversationAnalyzer analyzer;

    /** The engines as set. A model of the user's own is loaded here, for a start with a wrong one is none. */
    ConfiguredEngines(Settings settings) {
        this.analyzer = new Analysts(ticker, random).analyzer(settings.analysis());
        this.speech = speech(settings.speech(), decoder(settings));
    }

    private SpeechEngine speech(SpeechSettings settings, AudioDecoder decoder) {
        return switch (settings.engine()) {
            case SpeechSettings.Offline offline -> new OfflineSpeech(decoder, offline, settings.timeout());
            case SpeechSettings.OpenAi openAi -> {
                OpenAiRecogniser recogniser = new OpenAiRecogniser(openAi.settings(), random, ticker);
                EngineGuard guard = EngineGuard.ofTranscription(
                        GuardSettings.defaults().withParallel(openAi.parallel()), ticker, random);
                yield new ClipwiseSpeech(decoder, new GuardedRecogniser(recogniser, guard), settings.timeout(),
                        openAi.parallel(), ticker, guard::isOpen, recogniser::close);
            }
            case SpeechSettings.Whisper whisper -> {
                WhisperRecogniser recogniser = whisper(whisper);
                yield new ClipwiseSpeech(decoder, recogniser, settings.timeout(),
                        whisper.settings().workers(), ticker, () -> false, recogniser::close);
            }
        };
    }

    private static WhisperRecogniser whisper(SpeechSettings.Whisper whisper) {
        try {
            return StartupException.unlessRefused("SCRIPTA_SPEECH_WHISPER_MODEL",
                    () -> WhisperRecogniser.open(whisper.settings()));
        } catch (IllegalStateException e) {
            throw new StartupException("SCRIPTA_SPEECH_ENGINE=whisper does not work here: " + e.getMessage() + ".", e);
        }
    }

    private static AudioDecoder decoder(Settings settings) {
        return StartupException.unlessRefused("SCRIPTA_SPEECH_LIMIT",
                () -> new AudioDecoder(AudioDecoderSettings.in(settings.dataDirectory().resolve("audio"))
                        .withFfmpeg(settings.speech().ffmpeg().or(ConfiguredEngines::installedFfmpeg))
                        .withMaxDuration(settings.speech().limit())));
    }

    private static Optional<Path> installedFfmpeg() {
        return Optional.ofNullable(System.getenv("PATH")).flatMap(AudioDecoderSettings::ffmpegOn);
    }

    @Override
    public SpeechToText speechToText() {
        return speech.speechToText();
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
        return speech.status();
    }

    @Override
    public void close() {
        speech.close();
    }
}
