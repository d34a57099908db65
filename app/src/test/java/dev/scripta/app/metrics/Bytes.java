package dev.scripta.app.metrics;

import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.Sha256;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A recording that only the in-memory engine understands. */
record Bytes(String sound) implements AudioSource {

    private byte[] bytes() {
        return sound.getBytes(StandardCharsets.UTF_8);
    }

    Sha256 digest() {
        return Sha256.of(bytes());
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes());
    }

    @Override
    public long size() {
        return bytes().length;
    }
}
