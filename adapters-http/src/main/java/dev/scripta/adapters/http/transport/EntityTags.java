package dev.scripta.adapters.http.transport;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A list of entity tags as a client sends it (RFC 9110 section 8.8.3).
 *
 * @param any whether it is {@code *}, which whatever is there matches
 * @param strong tags with their quotes
 * @param weak tags with their quotes, without their {@code W/}
 */
public record EntityTags(boolean any, Set<String> strong, Set<String> weak) {

    /** One tag, or an empty element, which a list may have (section 5.6.1.2), up to the next comma or the end. */
    private static final Pattern ELEMENT = Pattern
            .compile("[ \\t]*(?:(W/)?(\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"))?[ \\t]*(?:,|$)");

    /** Takes copies. */
    public EntityTags {
        strong = Set.copyOf(strong);
        weak = Set.copyOf(weak);
    }

    /**
     * Reads a header.
     *
     * @throws RefusedException 400 if it is neither {@code *} nor a list with a tag
     */
    public static EntityTags parse(String header, String text) {
        if (text.strip().equals("*")) {
            return new EntityTags(true, Set.of(), Set.of());
        }
        Set<String> strong = new HashSet<>();
        Set<String> weak = new HashSet<>();
        Matcher elements = ELEMENT.matcher(text);
        while (elements.regionStart() < text.length() && elements.lookingAt()) {
            if (elements.group(2) != null) {
                (elements.group(1) == null ? strong : weak).add(elements.group(2));
            }
            elements.region(elements.end(), text.length());
        }
        if (elements.regionStart() < text.length() || (strong.isEmpty() && weak.isEmpty())) {
            throw new RefusedException(400, header + " must be * or a list of entity tags.");
        }
        return new EntityTags(false, strong, weak);
    }

    /** Strong comparison (section 8.8.3.2): a weak tag matches nothing. */
    public boolean matchesStrongly(String tag) {
        return any || strong.contains(tag);
    }

    /** Weak comparison: weak or not, the same tag matches. */
    public boolean matchesWeakly(String tag) {
        return matchesStrongly(tag) || weak.contains(tag);
    }
}
