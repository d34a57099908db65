package dev.scripta.adapters.speech.llm;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Takes out the nulls that a strict schema made of absent members. */
final class StandIns {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonNode root;

    /** Those of a schema, which references begin at. */
    StandIns(JsonNode root) {
        this.root = root;
    }

    JsonNode without(JsonNode value, JsonNode schema) {
        JsonNode rules = resolved(schema);
        if (value.isObject() && rules.has("properties")) {
            return withoutMembers(value, rules);
        }
        if (value.isArray() && rules.has("items")) {
            ArrayNode elements = NODES.arrayNode();
            value.forEach(element -> elements.add(without(element, rules.get("items"))));
            return elements;
        }
        return value;
    }

    private JsonNode withoutMembers(JsonNode value, JsonNode rules) {
        Set<String> required = StrictSchema.texts(rules.path("required"));
        ObjectNode members = NODES.objectNode();
        value.properties().forEach(member -> {
            JsonNode rule = rules.get("properties").path(member.getKey());
            boolean standsIn = member.getValue().isNull() && rule.isObject() && !required.contains(member.getKey())
                    && !admitsNull(resolved(rule));
            if (!standsIn) {
                members.set(member.getKey(), without(member.getValue(), rule));
            }
        });
        return members;
    }

    private static boolean admitsNull(JsonNode rule) {
        Set<String> types = StrictSchema.types(rule);
        return types.contains("null") || types.isEmpty();
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.startsWith("#/") ? root.at(JsonPointer.compile(reference.substring(1))) : schema;
    }
}
