package dev.scripta.app;

import dev.scripta.core.port.SpeechToText;

/** The recogniser that was chosen, from its start to its end. */
interface SpeechEngine extends AutoCloseable {

    SpeechToText speechToText();

    /** Gets ready in the background; work that comes meanwhile waits. */
    void warmUp();

    /** {@code warming}, {@code ready}, {@code resting} after failures, or {@code failed}. */
    String status();

    @Override
    void close();
}
