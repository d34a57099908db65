package dev.scripta.core.model;

import java.math.BigDecimal;

/**
 * A JSON number. Its written form is kept: 1.10 stays 1.10.
 *
 * @param value within the range of an IEEE 754 double, as RFC 8785 (I-JSON) demands
 */
public record JsonNumber(BigDecimal value) implements JsonValue {

    /** Checks the range. */
    public JsonNumber {
        if (!Double.isFinite(value.doubleValue())) {
            throw new IllegalArgumentException("a JSON number must be within the range of a double");
        }
    }

    /** A whole number. */
    public static JsonNumber of(long value) {
        return new JsonNumber(BigDecimal.valueOf(value));
    }

    /** Prints no digits: they may be patient data. */
    @Override
    public String toString() {
        return "JsonNumber";
    }
}
