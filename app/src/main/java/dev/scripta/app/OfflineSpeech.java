package dev.scripta.app;

import dev.scripta.adapters.speech.audio.AudioDecoder;
import dev.scripta.adapters.speech.sphinx.SphinxSettings;
import dev.scripta.adapters.speech.sphinx.SphinxSpeechToText;
import dev.scripta.core.port.SpeechToText;
import java.time.Duration;
import java.util.Locale;

/** The recogniser that comes with Scripta: no key, no network. */
final class OfflineSpeech implements SpeechEngine {

    private final SphinxSpeechToText speech;

    /** The recogniser as set; nothing is loaded yet. */
    OfflineSpeech(AudioDecoder decoder, SpeechSettings.Offline settings, Duration timeout) {
        SphinxSettings sphinx = StartupException.unlessRefused("SCRIPTA_SPEECH_WORKERS or SCRIPTA_SPEECH_TIMEOUT",
                () -> new SphinxSettings(settings.workers(), timeout));
        this.speech = new SphinxSpeechToText(decoder, sphinx);
    }

    @Override
    public SpeechToText speechToText() {
        return speech;
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
