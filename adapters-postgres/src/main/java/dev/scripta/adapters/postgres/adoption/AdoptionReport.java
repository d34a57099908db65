package dev.scripta.adapters.postgres.adoption;

import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What one run took over. Numbers only: rows are named by their number in the older system.
 *
 * @param accounts of {@code paramedics}
 * @param conversations of {@code conversations}
 */
public record AdoptionReport(TableReport accounts, TableReport conversations) {

    /** Checks presence. */
    public AdoptionReport {
        Objects.requireNonNull(accounts, "accounts");
        Objects.requireNonNull(conversations, "conversations");
    }

    /** The report for people and programs. */
    public JsonObject json() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("accounts", accounts.json());
        members.put("conversations", conversations.json());
        return new JsonObject(members);
    }
}
