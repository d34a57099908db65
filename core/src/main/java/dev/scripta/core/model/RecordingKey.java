package dev.scripta.core.model;

import java.util.Objects;

/**
 * What paid work is known by: the same audio for the same conversation is the same work, however often and wherever it is
 * sent. Other audio of the same session is other work (design rule "process").
 *
 * @param conversation which conversation it belongs to
 * @param audio SHA-256 of the audio bytes alone
 */
public record RecordingKey(ConversationKey conversation, Sha256 audio) {

    /** Checks presence. */
    public RecordingKey {
        Objects.requireNonNull(conversation, "conversation");
        Objects.requireNonNull(audio, "audio");
    }
}
