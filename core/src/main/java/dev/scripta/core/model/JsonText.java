package dev.scripta.core.model;

import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/** Writes JSON text: as given, or canonical by RFC 8785. One use, one thread. */
final class JsonText {

    private static final String ESCAPED = "\b\t\n\f\r\"\\";
    private static final String ESCAPES = "btnfr\"\\";

    private final StringBuilder out = new StringBuilder();
    private final boolean canonical;

    JsonText(boolean canonical) {
        this.canonical = canonical;
    }

    String write(JsonValue value) {
        append(value);
        return out.toString();
    }

    private void append(JsonValue value) {
        if (value instanceof JsonObject object) {
            appendMembers(canonical ? new TreeMap<>(object.members()) : object.members());
        } else if (value instanceof JsonArray array) {
            appendElements(array);
        } else if (value instanceof JsonString string) {
            appendString(string.value());
        } else if (value instanceof JsonNumber number) {
            out.append(canonical ? EcmaScriptNumber.print(number.value().doubleValue()) : number.value().toString());
        } else if (value instanceof JsonBoolean literal) {
            out.append(literal == JsonBoolean.TRUE);
        } else {
            out.append("null");
        }
    }

    /** A {@link TreeMap} of strings sorts by UTF-16 code units, as RFC 8785 section 3.2.3 demands. */
    private void appendMembers(Map<String, JsonValue> members) {
        out.append('{');
        for (Iterator<Map.Entry<String, JsonValue>> i = members.entrySet().iterator(); i.hasNext();) {
            Map.Entry<String, JsonValue> member = i.next();
            appendString(member.getKey());
            out.append(':');
            append(member.getValue());
            if (i.hasNext()) {
                out.append(',');
            }
        }
        out.append('}');
    }

    private void appendElements(JsonArray array) {
        out.append('[');
        for (Iterator<JsonValue> i = array.elements().iterator(); i.hasNext();) {
            append(i.next());
            if (i.hasNext()) {
                out.append(',');
            }
        }
        out.append(']');
    }

    /** Escapes what RFC 8785 section 3.2.2.2 escapes, and nothing else. */
    private void appendString(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int escape = ESCAPED.indexOf(c);
            if (escape >= 0) {
                out.append('\\').append(ESCAPES.charAt(escape));
            } else if (c < ' ') {
                out.append("\\u00").append(c < 16 ? "0" : "1").append(Integer.toHexString(c & 15));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
