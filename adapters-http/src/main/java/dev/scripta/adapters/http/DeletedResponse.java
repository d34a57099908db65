package dev.scripta.adapters.http;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * The answer to a removal.
 *
 * @param status always "success"
 * @param message for people
 */
@JsonbPropertyOrder({"status", "message"})
public record DeletedResponse(String status, String message) {}
