package dev.scripta.adapters.postgres.adoption;

import java.util.List;
import java.util.random.RandomGenerator;

/** Objects that the model admits, written in all the ways that JSON allows: blanks, escapes, number forms, equal names. */
public final class RandomAnalyses {

    private static final int DEEPEST = 5;
    private static final List<String> NAMES = List.of("patient", "chief_complaint", "vitals", "hr", "", "\\u0061\\n",
            "\u00e4",
            "\ud83d\ude91", "name", "__proto__");
    private static final List<String> SCALARS = List.of("null", "true", "false", "0", "-0.0", "1.10", "1e2", "-12E-3",
            "120", "98765432109876543210987654321", "0.1000000000000000055511151231257827", "\"\"",
            "\"chest pain\"", "\"\u0623\u0644\u0645 \u0641\u064a \u0627\u0644\u0635\u062f\u0631\"",
            "\"\\\"quoted\\\" \\\\ \\/ \\b\\f\\n\\r\\t\"", "\"\\u00e9\\ud83d\\ude00\\u2028\"",
            "\"\ud83d\ude91 ambulance\"",
            "\"<script>alert(1)</script>\"", "\"\\u001f\\u007f\"");
    private static final List<String> BLANKS = List.of("", "", "", " ", "\n  ", "\t", "\r\n");

    private final RandomGenerator random;

    /** The same for the same generator. */
    public RandomAnalyses(RandomGenerator random) {
        this.random = random;
    }

    /** The next text. */
    public String next() {
        return blank() + object(1) + blank();
    }

    private String object(int depth) {
        StringBuilder out = new StringBuilder("{");
        int members = random.nextInt(6);
        for (int i = 0; i < members; i++) {
            out.append(i == 0 ? "" : ",").append(blank()).append('"').append(one(NAMES)).append('"').append(blank());
            out.append(':').append(blank()).append(value(depth)).append(blank());
        }
        return out.append(members == 0 ? blank() : "").append('}').toString();
    }

    private String array(int depth) {
        StringBuilder out = new StringBuilder("[");
        int elements = random.nextInt(4);
        for (int i = 0; i < elements; i++) {
            out.append(i == 0 ? "" : ",").append(blank()).append(value(depth)).append(blank());
        }
        return out.append(']').toString();
    }

    private String value(int depth) {
        int kind = depth < DEEPEST ? random.nextInt(4) : 3;
        return switch (kind) {
            case 0 -> object(depth + 1);
            case 1 -> array(depth + 1);
            default -> one(SCALARS);
        };
    }

    private String blank() {
        return one(BLANKS);
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
