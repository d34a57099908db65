package dev.scripta.core.simulation;

import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Recording;
import dev.scripta.core.model.Sha256;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Recorded audio: the same bytes whoever sends them. */
record Audio(String name) implements AudioSource {

    /** What one may send: some have nothing to say, some are no audio at all. */
    static Audio of(int number) {
        return new Audio(number == 0 ? "silence" : number == 1 ? "broken" : "recording " + number);
    }

    Recording of(ConversationKey key) {
        return new Recording(key, this, Sha256.of(bytes()));
    }

    boolean isSilent() {
        return name.equals("silence");
    }

    boolean isBroken() {
        return name.equals("broken");
    }

    @Override
    public long size() {
        return bytes().length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes());
    }

    private byte[] bytes() {
        return name.getBytes(StandardCharsets.UTF_8);
    }
}
