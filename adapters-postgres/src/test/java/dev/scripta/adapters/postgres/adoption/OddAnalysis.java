package dev.scripta.adapters.postgres.adoption;

import java.util.List;
import java.util.Set;

/**
 * What a {@code json} column admits and the model does not.
 *
 * @param stored as the older system has it
 * @param kept what is kept of it, as JSON text
 * @param repairs why
 */
public record OddAnalysis(String stored, String kept, Set<Repair> repairs) {

    /** Beyond every double. */
    private static final String HUGE = "9".repeat(400);

    /** One of each kind that is known. */
    public static final List<OddAnalysis> KINDS = List.of(
            odd("[1, 2]", "{\"value\":[1,2]}", Repair.NOT_AN_OBJECT),
            odd("[]", "{\"value\":[]}", Repair.NOT_AN_OBJECT),
            odd(" 5.50 ", "{\"value\":5.50}", Repair.NOT_AN_OBJECT),
            odd("\"said\\n\"", "{\"value\":\"said\\n\"}", Repair.NOT_AN_OBJECT),
            odd("null", "{\"value\":null}", Repair.NOT_AN_OBJECT),
            odd("true", "{\"value\":true}", Repair.NOT_AN_OBJECT),
            odd("false", "{\"value\":false}", Repair.NOT_AN_OBJECT),
            odd("{\"a\":\"x\\u0000y\"}", "{\"a\":\"x\ufffdy\"}", Repair.CHARACTERS),
            odd("{\"a\":[\"\\ud800\",\"\\udc00\\ud83d\",\"\\ud83d\\ude00\"]}",
                    "{\"a\":[\"\ufffd\",\"\ufffd\ufffd\",\"\ud83d\ude00\"]}", Repair.CHARACTERS),
            odd("{\"\\u0000\":1,\"\\ud800\":2,\"\ufffd\":3,\"\\u0000\":4}",
                    "{\"\ufffd\ufffd\":4,\"\ufffd\ufffd\ufffd\":2,\"\ufffd\":3}", Repair.CHARACTERS),
            odd("{\"a\":1e400,\"b\":[-1E+400],\"c\":1e99999999999,\"d\":1e308}",
                    "{\"a\":\"1e400\",\"b\":[\"-1E+400\"],\"c\":\"1e99999999999\",\"d\":1E+308}", Repair.NUMBERS),
            odd("{\"a\":" + HUGE + "}", "{\"a\":\"" + HUGE + "\"}", Repair.NUMBERS),
            // The object is one level, so the last array is the 201st.
            odd("{\"a\":" + "[".repeat(199) + "[ 1, {\"b\":\"\\u0000\ud83d\ude00\"} ], 2" + "]".repeat(199)
                    + ",\"c\":3}",
                    "{\"a\":" + "[".repeat(199) + "\"[ 1, {\\\"b\\\":\\\"\\\\u0000\ud83d\ude00\\\"} ]\",2"
                            + "]".repeat(199) + ",\"c\":3}",
                    Repair.NESTING),
            odd("{\"a\":".repeat(3_000) + "{}" + "}".repeat(3_000),
                    "{\"a\":".repeat(200) + "\"" + "{\\\"a\\\":".repeat(2_800) + "{}" + "}".repeat(2_800) + "\""
                            + "}".repeat(200),
                    Repair.NESTING),
            odd("[".repeat(200) + "\"\\ud800\",\"\\u0000\"" + "]".repeat(200),
                    "{\"value\":" + "[".repeat(199) + "\"[\\\"\\\\ud800\\\",\\\"\\\\u0000\\\"]\"" + "]".repeat(199)
                            + "}",
                    Repair.NOT_AN_OBJECT, Repair.NESTING),
            odd("[1e999, \"\\u0000\"]", "{\"value\":[\"1e999\",\"\ufffd\"]}", Repair.NOT_AN_OBJECT, Repair.NUMBERS,
                    Repair.CHARACTERS));

    private static OddAnalysis odd(String stored, String kept, Repair... repairs) {
        return new OddAnalysis(stored, kept, Set.of(repairs));
    }

    @Override
    public String toString() {
        return stored.substring(0, Math.min(stored.length(), 40));
    }
}
