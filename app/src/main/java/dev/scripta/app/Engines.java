package dev.scripta.app;

import dev.scripta.core.port.ConversationAnalyzer;
import dev.scripta.core.port.SpeechToText;

/** What recordings are worked on with. */
interface Engines extends AutoCloseable {

    SpeechToText speechToText();

    ConversationAnalyzer analyzer();

    /** Gets ready in the background; work that comes meanwhile waits. */
    void warmUp();

    /** {@code warming}, {@code ready}, {@code resting} after failures, or {@code failed}. */
    String status();

    @Override
    void close();
}
