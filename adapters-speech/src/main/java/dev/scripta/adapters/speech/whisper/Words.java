package dev.scripta.adapters.speech.whisper;

import java.util.regex.Pattern;

/** Text on its way from and to the library. */
final class Words {

    /** Names of tokens that are no words, as whisper.cpp and as OpenAI write them. */
    private static final Pattern SPECIAL = Pattern.compile("\\[_\\w+]|<\\|[^|>]*\\|>");
    /**
     * A character beyond the first 65,536 (emoji, rare Han). The library hands text to JNI's {@code NewStringUTF}, which
     * knows another form of them: the bytes of their UTF-8 arrive one by one, mostly as control characters, and as many
     * characters are missing at the end of the segment.
     */
    private static final Pattern TORN = Pattern.compile(
            "[\\u00f0-\\u00f4]?[\\u0080-\\u00bf]*[\\u0080-\\u009f][\\u0080-\\u00bf]*");
    private static final String LOST = "\ufffd";
    /** What no store can keep. */
    private static final Pattern BROKEN = Pattern.compile("\\x00|\\p{Cs}");
    private static final Pattern SUPPLEMENTARY = Pattern.compile("[\\x{10000}-\\x{10ffff}]");
    /** A model looks at 224 tokens at most: half of its text context. A token is often four letters, and never none. */
    private static final int MAX_PRECEDING = 800;

    private Words() {}

    /** The words in what the library heard, with the space before them; U+FFFD stands where something was lost. */
    static String heard(String text) {
        String marked = TORN.matcher(text).find() ? TORN.matcher(text).replaceAll(LOST) + LOST : text;
        return BROKEN.matcher(SPECIAL.matcher(marked).replaceAll("")).replaceAll("");
    }

    /** As much of the end of what was said before as the library can use. */
    static String preceding(String text) {
        String known = BROKEN.matcher(SUPPLEMENTARY.matcher(text).replaceAll("")).replaceAll("").strip();
        if (known.length() <= MAX_PRECEDING) {
            return known;
        }
        String end = known.substring(known.length() - MAX_PRECEDING);
        return end.substring(end.indexOf(' ') + 1);
    }
}
