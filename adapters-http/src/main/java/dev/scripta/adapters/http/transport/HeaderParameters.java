package dev.scripta.adapters.http.transport;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A header value with parameters, such as {@code form-data; name="a"}. Of a repeated parameter, the first one counts.
 *
 * @param value what precedes the parameters, in lower case
 */
record HeaderParameters(String value, Map<String, String> parameters) {

    static HeaderParameters parse(String header) {
        int at = end(header, 0, ';');
        String value = header.substring(0, at).strip().toLowerCase(Locale.ROOT);
        var parameters = new HashMap<String, String>();
        while (at < header.length()) {
            int end = end(header, at + 1, ';');
            int sign = Math.min(end(header, at + 1, '='), end);
            if (sign < end) {
                String name = header.substring(at + 1, sign).strip().toLowerCase(Locale.ROOT);
                parameters.putIfAbsent(name, unquoted(header.substring(sign + 1, end).strip()));
            }
            at = end;
        }
        return new HeaderParameters(value, Map.copyOf(parameters));
    }

    /** The extended form of RFC 8187, {@code name*=utf-8''%C3%A4}, tells more than the plain one beside it. */
    Optional<String> get(String name) {
        return Optional.ofNullable(parameters.get(name + "*"))
                .flatMap(HeaderParameters::extended)
                .or(() -> Optional.ofNullable(parameters.get(name)));
    }

    /** Where a sign stands outside of quotes; the end if nowhere. */
    private static int end(String text, int from, char sign) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == sign && !quoted) {
                return i;
            }
            if (quoted && isEscape(text, i)) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            }
        }
        return text.length();
    }

    private static String unquoted(String text) {
        if (!text.startsWith("\"")) {
            return text;
        }
        var plain = new StringBuilder();
        for (int i = 1; i < text.length() && text.charAt(i) != '"'; i++) {
            i += isEscape(text, i) ? 1 : 0;
            plain.append(text.charAt(i));
        }
        return plain.toString();
    }

    /** Only quotes and backslashes can be escaped: some clients send folders with plain backslashes. */
    private static boolean isEscape(String text, int at) {
        return text.charAt(at) == '\\' && at + 1 < text.length() && "\"\\".indexOf(text.charAt(at + 1)) >= 0;
    }

    private static Optional<String> extended(String text) {
        String[] fields = text.split("'", 3);
        if (fields.length < 3) {
            return Optional.empty();
        }
        try {
            // A plus sign is itself here, but a space to the decoder.
            return Optional.of(URLDecoder.decode(fields[2].replace("+", "%2B"), Charset.forName(fields[0])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
