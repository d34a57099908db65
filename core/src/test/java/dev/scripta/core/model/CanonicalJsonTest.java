package dev.scripta.core.model;

import static dev.scripta.core.model.Json.array;
import static dev.scripta.core.model.Json.number;
import static dev.scripta.core.model.Json.object;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Canonical JSON text: the examples of RFC 8785, and those of the reference implementation that its appendix G names. */
final class CanonicalJsonTest {

    /** RFC 8785 section 3.2.2. */
    @Test
    void values_of_the_rfc() {
        JsonObject values = object("numbers",
                array(number("333333333.33333329"), number("1E30"), number("4.50"), number("2e-3"),
                        number("0.000000000000000000000000001")),
                "string", "\u20ac$\u000f\nA'B\"\\\\\"/", "literals", array(JsonNull.NULL, true, false));
        assertEquals("{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                + "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}", values.toCanonicalJson());
    }

    /** RFC 8785 section 3.2.3. */
    @Test
    void members_of_the_rfc_sort_by_utf_16_units() {
        JsonObject members = object("\u20ac", "Euro Sign", "\r", "Carriage Return", "\ufb33",
                "Hebrew Letter Dalet With Dagesh", "1", "One", "\ud83d\ude00", "Emoji: Grinning Face", "\u0080",
                "Control",
                "\u00f6", "Latin Small Letter O With Diaeresis");
        assertEquals("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
                members.toCanonicalJson());
    }

    @Test
    void reference_example_arrays() {
        assertEquals("[56,{\"1\":[],\"10\":null,\"d\":true}]",
                array(number("56"), object("d", true, "10", JsonNull.NULL, "1", array())).toCanonicalJson());
    }

    @Test
    void reference_example_french() {
        assertEquals("{\"peach\":\"This sorting order\",\"p\u00e9ch\u00e9\":\"is wrong according to French\","
                + "\"p\u00eache\":\"but canonicalization MUST\",\"sin\":\"ignore locale\"}",
                object("p\u00eache", "but canonicalization MUST", "sin", "ignore locale", "peach", "This sorting order",
                        "p\u00e9ch\u00e9", "is wrong according to French").toCanonicalJson());
    }

    @Test
    void reference_example_structures() {
        assertEquals("{\"\":\"empty\",\"1\":{\"\\n\":56,\"f\":{\"F\":5,\"f\":\"hi\"}},\"10\":{},"
                + "\"111\":[{\"E\":\"no\",\"e\":\"yes\"}],\"A\":{},\"a\":{}}",
                object("1", object("f", object("f", "hi", "F", number("5")), "\n", number("56.0")), "10", object(), "",
                        "empty", "a", object(), "111", array(object("e", "yes", "E", "no")), "A", object())
                        .toCanonicalJson());
    }

    @Test
    void reference_example_unicode_is_not_normalised() {
        assertEquals("{\"Unnormalized Unicode\":\"A\u030a\"}",
                object("Unnormalized Unicode", "A\u030a").toCanonicalJson());
    }

    @Test
    void reference_example_weird() {
        assertEquals(
                "{\"\\n\":\"Newline\",\"\\r\":\"Carriage Return\",\"1\":\"One\",\"</script>\":\"Browser Challenge\","
                        + "\"\u0080\":\"Control\u007f\",\"\u00f6\":\"Latin Small Letter O With Diaeresis\","
                        + "\"\u20ac\":\"Euro Sign\",\"\ud83d\ude02\":\"Smiley\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
                object("\u20ac", "Euro Sign", "\r", "Carriage Return", "\n", "Newline", "1", "One", "\u0080",
                        "Control\u007f", "\ud83d\ude02", "Smiley", "\u00f6", "Latin Small Letter O With Diaeresis",
                        "\ufb33",
                        "Hebrew Letter Dalet With Dagesh", "</script>", "Browser Challenge").toCanonicalJson());
    }

    @Test
    void text_as_given_keeps_order_and_number_form() {
        JsonObject tree = object("b", number("1.10"), "a", array(number("1E+2"), JsonNull.NULL), "\u0001\"", "\t/");
        assertEquals("{\"b\":1.10,\"a\":[1E+2,null],\"\\u0001\\\"\":\"\\t/\"}", tree.toJson());
    }
}
