package dev.scripta.core.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * What one save wants a conversation to hold. It is replaced as a whole, never merged.
 *
 * @param transcript the words
 * @param analysis what was made of them
 */
public record Content(Transcript transcript, Analysis analysis) {

    /** Goes into each fingerprint, so that a later canonical form can never be taken for this one. */
    private static final byte FORM_VERSION = 1;

    /** Checks presence. */
    public Content {
        Objects.requireNonNull(transcript, "transcript");
        Objects.requireNonNull(analysis, "analysis");
    }

    /**
     * SHA-256 over the version, the length-prefixed transcript text and the analysis in canonical JSON (RFC 8785). Two
     * contents with equal fingerprints are the same content, whatever happened to line ends, member order or number form
     * on the way through a browser. Language, segments, engine, gaps, template and receipts do not count: the backup save
     * of a page does not know them.
     */
    public Sha256 fingerprint() {
        byte[] text = transcript.text().getBytes(StandardCharsets.UTF_8);
        MessageDigest digest = Sha256.newDigest();
        digest.update(FORM_VERSION);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(text.length).array());
        digest.update(text);
        digest.update(analysis.json().toCanonicalJson().getBytes(StandardCharsets.UTF_8));
        return Sha256.finished(digest);
    }
}
