package dev.scripta.core.model;

import java.util.Objects;

/**
 * What text the model admits: only what every store can keep. PostgreSQL refuses U+0000 and UTF-8 cannot carry a lone
 * surrogate, so both are refused at birth instead of letting stores differ (design rule "the model admits only what
 * every store can keep").
 */
final class Text {

    private Text() {}

    /**
     * Checks that every store can keep the text.
     *
     * @param name what the text is, for the message; the text itself is never repeated there
     */
    static String storable(String name, String text) {
        Objects.requireNonNull(text, name);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new IllegalArgumentException(name + " must not contain the NUL character");
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c) || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new IllegalArgumentException(name + " must not contain a lone surrogate");
                }
                i++;
            }
        }
        return text;
    }

    /** Checks an identifier: 1 to {@code max} characters (code points), none of them a control character. */
    static String identifier(String name, String text, int max) {
        storable(name, text);
        int length = text.codePointCount(0, text.length());
        if (length < 1 || length > max) {
            throw new IllegalArgumentException(name + " must have 1 to " + max + " characters");
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(name + " must not contain control characters");
        }
        return text;
    }

    /** Browsers send line ends of form fields as CRLF; the model keeps LF alone, so that both are the same content. */
    static String withLineFeeds(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
