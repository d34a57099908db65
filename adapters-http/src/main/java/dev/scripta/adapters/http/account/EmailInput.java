package dev.scripta.adapters.http.account;

import dev.scripta.core.model.EmailAddress;
import java.net.IDN;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads addresses as people type them: blanks around and a name before, {@code Ann <ann@example.com>}, are left out, the
 * domain is put in lower case (RFC 5321 section 2.4). What cannot be an address on the Internet is refused with the reason
 * that existing pages show; whether mail arrives there is not asked.
 */
final class EmailInput {

    private static final Pattern NAMED = Pattern.compile("[^<>]*<\\s*([^<>\\s]+)\\s*>");

    /** RFC 5322 section 3.2.3, and letters of all scripts by RFC 6532. */
    private static final Pattern ATOM = Pattern
            .compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\-[\\p{L}\\p{M}\\p{N}\\p{S}&&[^\\x00-\\x7F]]]+");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?");
    private static final int MAX_LOCAL = 64;
    private static final int MAX_DOMAIN = 253;

    /** RFC 6761, RFC 6762, RFC 7686, RFC 3172: no mail goes there. Examples are let through, for people try them. */
    private static final List<String> RESERVED = List.of("arpa", "invalid", "local", "localhost", "onion", "test");

    private EmailInput() {}

    /**
     * The address.
     *
     * @throws IllegalArgumentException when it is none, with the reason
     */
    static EmailAddress parse(String typed) {
        String text = typed.strip();
        Matcher named = NAMED.matcher(text);
        String address = named.matches() ? named.group(1) : text;
        // Before anything that takes longer for longer texts.
        require(address.length() <= 2 * EmailAddress.MAX_LENGTH, "The email address is too long.");
        int at = address.lastIndexOf('@');
        require(at >= 0, "An email address must have an @-sign.");
        // Keyboards and systems differ in how they write the same letter.
        String local = Normalizer.normalize(address.substring(0, at), Normalizer.Form.NFC);
        checkLocal(local);
        return new EmailAddress(checkedLength(local + "@" + domain(address.substring(at + 1))));
    }

    private static void checkLocal(String local) {
        require(!local.isEmpty(), "There must be something before the @-sign.");
        require(local.codePointCount(0, local.length()) <= MAX_LOCAL,
                "The email address is too long before the @-sign.");
        checkPeriods(local);
        for (String atom : local.split("\\.", -1)) {
            require(ATOM.matcher(atom).matches(),
                    "The email address contains characters before the @-sign that are not allowed.");
        }
    }

    private static String domain(String typed) {
        require(!typed.isEmpty(), "There must be something after the @-sign.");
        checkPeriods(typed);
        String ascii = ascii(typed);
        List<String> labels = List.of(ascii.split("\\.", -1));
        require(ascii.length() <= MAX_DOMAIN, "The email address is too long after the @-sign.");
        require(labels.stream().allMatch(EmailInput::isLabel),
                "The part after the @-sign contains characters that are not allowed.");
        require(!RESERVED.contains(labels.getLast()) || labels.size() == 1,
                "The part after the @-sign is a special-use or reserved name that cannot be used with email.");
        require(labels.size() > 1, "The part after the @-sign is not valid. It should have a period.");
        require(!labels.getLast().chars().allMatch(Character::isDigit),
                "The part after the @-sign is not valid. It is not within a valid top-level domain.");
        return IDN.toUnicode(ascii);
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw refused("The part after the @-sign contains characters that are not allowed.");
        }
    }

    private static boolean isLabel(String label) {
        return label.length() <= 63 && LABEL.matcher(label).matches();
    }

    private static void checkPeriods(String part) {
        require(!part.startsWith(".") && !part.endsWith("."),
                "A part of an email address cannot start or end with a period.");
        require(!part.contains(".."), "An email address cannot have two periods in a row.");
    }

    private static String checkedLength(String address) {
        require(address.codePointCount(0, address.length()) <= EmailAddress.MAX_LENGTH,
                "The email address is too long.");
        return address;
    }

    private static void require(boolean holds, String reason) {
        if (!holds) {
            throw refused(reason);
        }
    }

    private static IllegalArgumentException refused(String reason) {
        return new IllegalArgumentException("value is not a valid email address: " + reason);
    }
}
