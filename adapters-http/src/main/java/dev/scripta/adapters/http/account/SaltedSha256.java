package dev.scripta.adapters.http.account;

import dev.scripta.core.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an older system kept passwords: a salt of 32 hexadecimal digits, a colon, and SHA-256 of the password followed by the
 * salt as text. Too fast to keep anything; good for one more sign-in.
 *
 * @param salt as text
 * @param digest in hexadecimal digits
 */
record SaltedSha256(String salt, String digest) {

    private static final Pattern FORM = Pattern.compile("([0-9a-fA-F]{32}):([0-9a-fA-F]{64})");

    /** The hash of that text; empty when it is none. */
    static Optional<SaltedSha256> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(new SaltedSha256(form.group(1), form.group(2))) : Optional.empty();
    }

    boolean matches(String password) {
        byte[] computed = Sha256.newDigest().digest((password + salt).getBytes(StandardCharsets.UTF_8));
        return MessageDigest.isEqual(HexFormat.of().parseHex(digest), computed);
    }
}
