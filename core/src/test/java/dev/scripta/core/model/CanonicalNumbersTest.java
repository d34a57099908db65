package dev.scripta.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Canonical numbers (RFC 8785 section 3.2.2.3). */
final class CanonicalNumbersTest {

    /** RFC 8785 appendix B, but for NaN and Infinity, which the model does not admit. */
    @ParameterizedTest
    @CsvSource({
            "0000000000000000, 0",
            "8000000000000000, 0",
            "0000000000000001, 5e-324",
            "8000000000000001, -5e-324",
            "7fefffffffffffff, 1.7976931348623157e+308",
            "ffefffffffffffff, -1.7976931348623157e+308",
            "4340000000000000, 9007199254740992",
            "c340000000000000, -9007199254740992",
            "4430000000000000, 295147905179352830000",
            "44b52d02c7e14af5, 9.999999999999997e+22",
            "44b52d02c7e14af6, 1e+23",
            "44b52d02c7e14af7, 1.0000000000000001e+23",
            "444b1ae4d6e2ef4e, 999999999999999700000",
            "444b1ae4d6e2ef4f, 999999999999999900000",
            "444b1ae4d6e2ef50, 1e+21",
            "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
            "3eb0c6f7a0b5ed8d, 0.000001",
            "41b3de4355555553, 333333333.3333332",
            "41b3de4355555554, 333333333.33333325",
            "41b3de4355555555, 333333333.3333333",
            "41b3de4355555556, 333333333.3333334",
            "41b3de4355555557, 333333333.33333343",
            "becbf647612f3696, -0.0000033333333333333333",
            "43143ff3c1cb0959, 1424953923781206.2"})
    void numbers_of_the_rfc(String bits, String canonical) {
        double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
        assertEquals(canonical, Json.number(value).toCanonicalJson());
    }

    /** Of two shortest forms that are equally near, the even one: ECMA-262 Number::toString, note 2, which the RFC demands. */
    @ParameterizedTest
    @CsvSource({
            "2251799813685247.75, 2251799813685247.8",
            "2251799813685247.25, 2251799813685247.2",
            "-743323667552886.75, -743323667552886.8",
            "244783321753339.875, 244783321753339.88",
            "1125899906842624.25, 1125899906842624.2",
            "1125899906842624.75, 1125899906842624.8"})
    void ties_go_to_the_even_digit(String exact, String canonical) {
        assertEquals(canonical, Json.number(exact).toCanonicalJson());
    }

    /** The same value in whatever form; what a double cannot tell apart is the same value. */
    @ParameterizedTest
    @CsvSource({
            "1.0, 1",
            "1e2, 100",
            "1.10, 1.1",
            "-0.0, 0",
            "0E-7, 0",
            "9007199254740993, 9007199254740992",
            "1234567890123456789012345, 1.2345678901234568e+24",
            "1E-400, 0",
            "100000000000000000000, 100000000000000000000"})
    void form_and_digits_beyond_a_double_do_not_count(String form, String canonical) {
        assertEquals(canonical, Json.number(form).toCanonicalJson());
    }
}
