package dev.scripta.core.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A SHA-256 digest (FIPS 180-4): of the bytes of a recording, or of the canonical form of content. Compares like the
 * digest's bytes.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Sha256(String hex) implements Comparable<Sha256> {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
    private static final int ABBREVIATED = 16;

    /** Checks the digits. */
    public Sha256 {
        if (!FORM.matcher(Objects.requireNonNull(hex, "hex")).matches()) {
            throw new IllegalArgumentException("a SHA-256 digest has 64 lower-case hexadecimal digits");
        }
    }

    /** The digest of these bytes. */
    public static Sha256 of(byte[] bytes) {
        return finish(newDigest(), bytes);
    }

    /** A fresh digest to feed while streaming; give its result to {@link #finished(MessageDigest)}. */
    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            // Every Java platform must have it (MessageDigest, "standard algorithms").
            throw new AssertionError(e);
        }
    }

    /** The value of a digest that was fed; resets it. */
    public static Sha256 finished(MessageDigest digest) {
        return finish(digest, new byte[0]);
    }

    private static Sha256 finish(MessageDigest digest, byte[] rest) {
        return new Sha256(HexFormat.of().formatHex(digest.digest(rest)));
    }

    /** The first 16 digits, for entity tags and versions in addresses. */
    public String abbreviated() {
        return hex.substring(0, ABBREVIATED);
    }

    @Override
    public int compareTo(Sha256 other) {
        return hex.compareTo(other.hex);
    }
}
