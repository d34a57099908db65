package dev.scripta.adapters.http;

import dev.scripta.adapters.http.transport.InvalidFieldsException;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Reads whole numbers from addresses. Those too large for a {@code long} become its nearest value: they name nothing. */
final class WholeNumber {

    private static final Pattern FORM = Pattern.compile("[+-]?[0-9]{1,100}");

    private WholeNumber() {}

    static long parse(String field, String text) {
        if (!FORM.matcher(text).matches()) {
            throw new InvalidFieldsException(field, field + " must be a whole number");
        }
        BigInteger value = new BigInteger(text);
        return value.min(BigInteger.valueOf(Long.MAX_VALUE)).max(BigInteger.valueOf(Long.MIN_VALUE)).longValue();
    }
}
