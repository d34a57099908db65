package dev.scripta.adapters.speech.opennlp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates, amounts and the like, found by their form. Names of people and places are not: without capital letters they
 * cannot be told from other words.
 */
final class Entities {

    private static final String DIGIT_WORD =
            "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
                    + "fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|"
                    + "seventy|eighty|ninety|hundred|thousand|million|billion)";
    private static final String SPELLED = DIGIT_WORD + "(?:[ -](?:and )?" + DIGIT_WORD + "){0,12}";
    private static final String ORDINAL =
            "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|"
                    + "twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|"
                    + "thirtieth|"
                    + "(?:twenty|thirty)[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))";
    private static final String FIGURES = "\\d{1,3}(?:,\\d{3}){1,4}(?:\\.\\d{1,2})?|\\d{1,15}(?:\\.\\d{1,6})?";
    private static final String MONTH =
            "(?:january|february|march|april|may|june|july|august|september|october|november|"
                    + "december)";
    private static final String AMOUNT = "(?:" + FIGURES + "|" + SPELLED + ")(?: (?:thousand|million|billion))?";

    private static final Map<Type, Pattern> PATTERNS = patterns();

    private Entities() {}

    /** What kind of thing; in JSON, its name in lower case. Where two match, the earlier named counts. */
    enum Type {
        /** An e-mail address. */
        EMAIL,
        /** An amount of money. */
        MONEY,
        /** A percentage. */
        PERCENT,
        /** A day of the calendar, or one like "tomorrow" or "next week". */
        DATE,
        /** A day of the week. */
        WEEKDAY,
        /** A number, in figures or spelled. */
        NUMBER
    }

    /**
     * A find.
     *
     * @param type what it is
     * @param text literally
     * @param sentence where it stands
     */
    record Entity(Type type, String text, Sentence sentence) {

        /** Prints the type only: spoken text stays out of logs. */
        @Override
        public String toString() {
            return "Entity[" + type + "]";
        }
    }

    static List<Entity> of(List<Sentence> sentences) {
        return sentences.stream().flatMap(sentence -> of(sentence).stream()).toList();
    }

    private static List<Entity> of(Sentence sentence) {
        StringBuilder rest = new StringBuilder(sentence.unit().text());
        List<Found> found = new ArrayList<>();
        PATTERNS.forEach((type, pattern) -> {
            Matcher matcher = pattern.matcher(rest.toString());
            while (matcher.find()) {
                found.add(new Found(matcher.start(), new Entity(type, matcher.group(), sentence)));
                rest.replace(matcher.start(), matcher.end(), "\u0000".repeat(matcher.end() - matcher.start()));
            }
        });
        return found.stream().sorted(Comparator.comparingInt(Found::start)).map(Found::entity).toList();
    }

    /** What is found is blanked out, so that "five percent" is no number as well. */
    private record Found(int start, Entity entity) {}

    private static Map<Type, Pattern> patterns() {
        Map<Type, Pattern> patterns = new EnumMap<>(Type.class);
        put(patterns, Type.EMAIL, "[a-z0-9._%+-]{1,64}+@[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,8}");
        put(patterns, Type.MONEY, "[$€£] ?" + AMOUNT + "|\\b" + AMOUNT
                + " ?(?:dollars?|euros?|pounds?|cents?|€|£)(?!\\w)");
        put(patterns, Type.PERCENT, "\\b" + AMOUNT + " ?(?:%|percent\\b|per cent\\b)");
        put(patterns, Type.DATE, "\\b(?:" + MONTH + " (?:the )?(?:" + ORDINAL
                + "|\\d{1,2}(?:st|nd|rd|th)?)(?:,? \\d{4})?|"
                + "(?:the )?(?:" + ORDINAL + "|\\d{1,2}(?:st|nd|rd|th)?) of " + MONTH + "|\\d{1,2} " + MONTH
                + "(?: \\d{4})?|"
                + "\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|today|tomorrow|yesterday|tonight|"
                + "(?:next|last|this) (?:week|month|quarter|year)|end of the (?:day|week|month|quarter|year))\\b");
        put(patterns, Type.WEEKDAY,
                "\\b(?:(?:next|last|this) )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
                        + "(?: (?:morning|afternoon|evening|night))?\\b");
        put(patterns, Type.NUMBER, "\\b(?!one\\b(?![ -]" + DIGIT_WORD + "))(?:" + SPELLED + "|" + FIGURES + ")\\b");
        return patterns;
    }

    private static void put(Map<Type, Pattern> patterns, Type type, String regex) {
        patterns.put(type, Pattern.compile(regex, Pattern.CASE_INSENSITIVE));
    }
}
