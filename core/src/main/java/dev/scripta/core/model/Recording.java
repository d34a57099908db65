package dev.scripta.core.model;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * The audio uploaded for a session.
 *
 * @param key which conversation it belongs to
 * @param audio the bytes
 * @param digest SHA-256 of the audio bytes alone: not of a file name, a declared type or a multipart body, which differ
 *            from one retry to the next
 */
public record Recording(ConversationKey key, AudioSource audio, Sha256 digest) {

    private static final int BUFFER = 64 * 1024;

    /** Checks the parts. */
    public Recording {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(audio, "audio");
        Objects.requireNonNull(digest, "digest");
    }

    /**
     * A recording whose digest is not known yet: reads the audio once.
     *
     * @throws IOException when the audio cannot be read
     */
    public static Recording of(ConversationKey key, AudioSource audio) throws IOException {
        return new Recording(key, audio, digestOf(audio));
    }

    /**
     * The digest of audio: reads it once.
     *
     * @throws IOException when the audio cannot be read
     */
    public static Sha256 digestOf(AudioSource audio) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = audio.open()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return Sha256.finished(digest);
    }
}
