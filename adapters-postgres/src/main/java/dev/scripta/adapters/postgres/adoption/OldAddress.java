package dev.scripta.adapters.postgres.adoption;

import dev.scripta.core.model.EmailAddress;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;

/**
 * An address as the sign-in looks for it: the domain in lower case (RFC 5321 section 2.4) and as IDNA 2003 maps it, the local
 * part in NFC and its letter case as it is. Users type what they always typed, so that what is stored must be what becomes
 * of that.
 */
final class OldAddress {

    private OldAddress() {}

    /**
     * The address.
     *
     * @throws IllegalArgumentException when it cannot be one
     */
    static EmailAddress read(String stored) {
        String text = stored.strip();
        int at = text.lastIndexOf('@') + 1;
        return new EmailAddress(nfc(text.substring(0, at)) + domain(nfc(text.substring(at))));
    }

    private static String domain(String stored) {
        try {
            return IDN.toUnicode(IDN.toASCII(stored).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException noDomain) {
            return stored.toLowerCase(Locale.ROOT);
        }
    }

    private static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
