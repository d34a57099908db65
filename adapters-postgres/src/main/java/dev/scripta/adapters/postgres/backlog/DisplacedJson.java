package dev.scripta.adapters.postgres.backlog;

import dev.scripta.core.model.Displaced;
import dev.scripta.core.model.JsonArray;
import dev.scripta.core.model.JsonNumber;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonString;
import dev.scripta.core.model.JsonValue;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.Sha256;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What gave way as JSON, the oldest first: {@code [{"fingerprint": "…", "order": 5}, …]}. */
final class DisplacedJson {

    private static final String FINGERPRINT = "fingerprint";
    private static final String ORDER = "order";

    private DisplacedJson() {}

    static JsonArray of(Displaced displaced) {
        List<JsonValue> elements = displaced.orders()
                .entrySet()
                .stream()
                .sorted(Map.Entry.<Sha256, Order>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(known -> json(known.getKey(), known.getValue()))
                .toList();
        return new JsonArray(elements);
    }

    private static JsonValue json(Sha256 fingerprint, Order order) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put(FINGERPRINT, new JsonString(fingerprint.hex()));
        members.put(ORDER, new JsonNumber(BigDecimal.valueOf(order.value())));
        return new JsonObject(members);
    }

    /** From JSON that {@link #of} made. */
    static Displaced displaced(JsonValue json) {
        Displaced all = Displaced.NONE;
        for (JsonValue element : ((JsonArray) json).elements()) {
            JsonObject members = (JsonObject) element;
            all = all.and(new Sha256(((JsonString) members.get(FINGERPRINT).orElseThrow()).value()),
                    new Order(((JsonNumber) members.get(ORDER).orElseThrow()).value().longValueExact()));
        }
        return all;
    }
}
