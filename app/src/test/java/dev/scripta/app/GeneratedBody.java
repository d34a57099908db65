package dev.scripta.app;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A body of one of the forms that the API reads, with members that are right, odd, wrong, missing or too many.
 *
 * @param type its content type
 * @param bytes its bytes, each a character of its own
 */
record GeneratedBody(String type, String bytes) {

    private static final List<String> FIELDS = List.of("session_id", "transcript", "analysis", "audio_file",
            "reprocess",
            "name", "email", "password", "age", "medical_id", "national_id", "file", "id");

    static GeneratedBody of(Odds odds) {
        return switch (odds.below(5)) {
            case 0, 1 -> new GeneratedBody("application/json", odds.sometimesBroken(utf8(json(odds, 0))));
            case 2, 3 -> form(odds);
            default -> new GeneratedBody("application/x-www-form-urlencoded", odds.sometimesBroken(utf8(pairs(odds))));
        };
    }

    private static GeneratedBody form(Odds odds) {
        FormData form = new FormData();
        for (String field : FIELDS) {
            if (odds.oneIn(3)) {
                switch (field) {
                    case "audio_file", "file" -> form.file(field, odds.bytes());
                    case "analysis" -> form.text(field, json(odds, 0));
                    default -> form.text(field, odds.text());
                }
            }
        }
        return new GeneratedBody(form.contentType(),
                odds.sometimesBroken(form.bytes()));
    }

    private static String pairs(Odds odds) {
        StringBuilder pairs = new StringBuilder();
        for (String field : FIELDS) {
            if (odds.oneIn(2)) {
                pairs.append(field)
                        .append('=')
                        .append(odds.pick(odds.text(), "%", "%zz", "%00", "%ff%fe", "1", "{}"))
                        .append('&');
            }
        }
        return pairs.toString();
    }

    private static String json(Odds odds, int depth) {
        return switch (depth == 0 ? odds.below(6) : 6 + odds.below(8)) {
            case 0, 1, 2, 3, 4 -> object(odds, depth);
            case 5 -> odds.pick("", "null", "[1", "[".repeat(5_000), "{\"a\":".repeat(500), "NaN", "\"x\"", "\ufeff{}");
            case 6 -> object(odds, depth);
            case 7 -> "[" + (depth < 4 ? json(odds, depth + 1) : "") + "]";
            case 8 -> odds.pick("true", "null", "1e400", "-0", "1.10", "9".repeat(400), "1E-999999999");
            case 9 -> odds.oneIn(100) ? "\"" + "9".repeat(1_000_000) + "\"" : odds.number();
            default -> '"' + odds.pick(odds.text().replace("\\", "\\\\").replace("\"", "\\\""), "\\ud800", "\\u0000",
                    "a@b.example", "x".repeat(300), "Password-1") + '"';
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String object(Odds odds, int depth) {
        StringBuilder object = new StringBuilder("{");
        for (String field : FIELDS) {
            if (odds.oneIn(depth == 0 ? 2 : 6) && depth < 4) {
                object.append(object.length() > 1 ? "," : "")
                        .append('"')
                        .append(field)
                        .append("\":")
                        .append(json(odds, depth + 1));
            }
        }
        return object.append('}').toString();
    }
}
