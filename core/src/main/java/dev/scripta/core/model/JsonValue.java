package dev.scripta.core.model;

/**
 * A JSON value (RFC 8259), immutable and thread-safe. The core's own small tree, for it has no dependencies; adapters
 * translate from and to their JSON library.
 */
public sealed interface JsonValue permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {

    /** The value as compact JSON text: member order and number form as given. */
    default String toJson() {
        return new JsonText(false).write(this);
    }

    /**
     * The value as canonical JSON text (RFC 8785): members sorted by UTF-16 code units, numbers as ECMAScript prints the
     * nearest IEEE 754 double. Numbers that differ only beyond a double's precision have the same canonical form, as they
     * have for any browser.
     */
    default String toCanonicalJson() {
        return new JsonText(true).write(this);
    }

    /** How deep arrays and objects nest: 0 for a scalar, 1 for an empty array or object. */
    default int depth() {
        return 0;
    }
}
