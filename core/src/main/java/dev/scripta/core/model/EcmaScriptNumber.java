package dev.scripta.core.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Prints a double as ECMAScript does (ECMA-262, Number::toString with radix 10), which RFC 8785 section 3.2.2.3 makes
 * canonical: the fewest digits that read back as the same double and, among those, the nearest.
 */
final class EcmaScriptNumber {

    /** From 10^21 on, and below 10^-6, ECMAScript changes to exponents. */
    private static final int MAX_PLAIN_EXPONENT = 21;
    private static final int MIN_PLAIN_EXPONENT = -6;

    private EcmaScriptNumber() {}

    static String print(double value) {
        if (value == 0) {
            return "0";
        }
        return value < 0 ? "-" + printPositive(-value) : printPositive(value);
    }

    private static String printPositive(double value) {
        BigDecimal shortest = shortest(value).stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        // ECMA-262 calls this n: the value is 0.digits * 10^point.
        int point = digits.length() - shortest.scale();
        if (point > MAX_PLAIN_EXPONENT || point <= MIN_PLAIN_EXPONENT) {
            return exponential(digits, point - 1);
        }
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        if (point >= digits.length()) {
            return digits + "0".repeat(point - digits.length());
        }
        return digits.substring(0, point) + "." + digits.substring(point);
    }

    private static String exponential(String digits, int exponent) {
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }

    /**
     * {@link Double#toString} is shortest only from JDK 19 on (JDK-4511638), and a fingerprint must not depend on the JVM:
     * its answer is only where the search begins. A value with fewer digits exists only if one with one digit less does.
     */
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        BigDecimal best = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        for (int digits = best.precision(); digits > 0; digits--) {
            Optional<BigDecimal> nearest = nearest(exact, digits, value);
            if (nearest.isEmpty()) {
                break;
            }
            best = nearest.get();
        }
        return best;
    }

    /** Of two that are equally near the even one (ECMA-262, note 2): that is half-even. The other side may fit alone. */
    private static Optional<BigDecimal> nearest(BigDecimal exact, int digits, double value) {
        return Stream.of(RoundingMode.HALF_EVEN, RoundingMode.DOWN, RoundingMode.UP)
                .map(mode -> exact.round(new MathContext(digits, mode)))
                .filter(candidate -> candidate.doubleValue() == value)
                .findFirst();
    }
}
