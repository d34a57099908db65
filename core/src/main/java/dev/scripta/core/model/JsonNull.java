package dev.scripta.core.model;

/** The JSON literal {@code null}: a value, not an absence. */
public enum JsonNull implements JsonValue {
    /** {@code null}. */
    NULL
}
