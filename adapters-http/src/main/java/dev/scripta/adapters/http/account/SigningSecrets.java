package dev.scripta.adapters.http.account;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What tokens are signed with. To change it, the current secret becomes the previous one until the tokens that it signed have
 * run out: nobody has to sign in again.
 *
 * @param current signs and verifies; at least {@link #MIN_BYTES} bytes of UTF-8, and not to be guessed
 * @param previous verifies only; likewise
 */
public record SigningSecrets(String current, Optional<String> previous) {

    /** A key for HMAC SHA-256 must have the size of its output or more (RFC 7518 section 3.2). */
    public static final int MIN_BYTES = 32;

    /** Checks the lengths. */
    public SigningSecrets {
        Objects.requireNonNull(current, "current");
        Objects.requireNonNull(previous, "previous");
        if (Stream.concat(Stream.of(current), previous.stream()).anyMatch(SigningSecrets::isShort)) {
            throw new IllegalArgumentException("a signing secret must have " + MIN_BYTES + " bytes or more");
        }
    }

    private static boolean isShort(String secret) {
        return secret.getBytes(StandardCharsets.UTF_8).length < MIN_BYTES;
    }

    /** Prints nothing of them. */
    @Override
    public String toString() {
        return "SigningSecrets";
    }
}
