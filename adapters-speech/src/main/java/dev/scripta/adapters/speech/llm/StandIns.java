package dev.scripta.adapters.speech.llm;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Takes out the nulls that a strict schema made of absent members. */
final class StandIns {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonNode root;

    /** Those of a schema, which references begin at. */
    StandIns(JsonNode root) {
        this.root = root;
    }

    JsonNode without(JsonNode value, JsonNode schema) {
        return shape(value, schema).map(rules -> value.isObject()
                ? withoutMembers(value, rules)
                : elements(value, rules))
                .orElse(value);
    }

    /** The rules for what is within the value: the schema's own, or those of the alternative that it is. */
    private Optional<JsonNode> shape(JsonNode value, JsonNode schema) {
        JsonNode rules = resolved(schema);
        return holds(value, rules)
                ? Optional.of(rules)
                : alternatives(rules).filter(each -> holds(value, each) && names(each, value)).findFirst();
    }

    private static boolean holds(JsonNode value, JsonNode rules) {
        return (value.isObject() && rules.has("properties")) || (value.isArray() && rules.has("items"));
    }

    private static boolean names(JsonNode rules, JsonNode value) {
        return value.propertyStream().allMatch(member -> rules.path("properties").has(member.getKey()));
    }

    private Stream<JsonNode> alternatives(JsonNode rules) {
        return Stream.of("anyOf", "oneOf").flatMap(name -> rules.path(name).valueStream()).map(this::resolved);
    }

    private JsonNode elements(JsonNode array, JsonNode rules) {
        ArrayNode elements = NODES.arrayNode();
        array.forEach(element -> elements.add(without(element, rules.get("items"))));
        return elements;
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

    private boolean admitsNull(JsonNode rules) {
        Set<String> types = StrictSchema.types(rules);
        return (types.isEmpty() || types.contains("null"))
                && (!rules.has("enum") || rules.get("enum").valueStream().anyMatch(JsonNode::isNull))
                && (!rules.has("const") || rules.get("const").isNull())
                && (alternatives(rules).findAny().isEmpty() || alternatives(rules).anyMatch(this::admitsNull));
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        if (reference.equals("#")) {
            return root;
        }
        return reference.startsWith("#/") ? root.at(JsonPointer.compile(reference.substring(1))) : schema;
    }
}
