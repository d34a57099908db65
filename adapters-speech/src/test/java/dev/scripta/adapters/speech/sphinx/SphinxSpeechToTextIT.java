package dev.scripta.adapters.speech.sphinx;

import dev.scripta.adapters.speech.audio.AudioContract;
import dev.scripta.core.port.SpeechToText;

final class SphinxSpeechToTextIT extends AudioContract {

    @Override
    public SpeechToText engine() {
        return Engines.SHARED;
    }
}
