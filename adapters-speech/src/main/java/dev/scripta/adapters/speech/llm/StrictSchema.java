package dev.scripta.adapters.speech.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A template's schema in the subset that servers can enforce while a model writes: no object has members beyond those named,
 * and all are required, so that what may be absent is null instead. Keywords beyond the subset are left out; the answer is
 * checked against the whole schema anyway.
 *
 * @see <a href="https://platform.openai.com/docs/guides/structured-outputs#supported-schemas">Supported schemas</a>
 */
final class StrictSchema {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String NULL = "null";
    private static final Set<String> AS_IS = Set.of("type", "description", "enum", "const", "$ref");
    private static final Set<String> MAPS = Set.of("properties", "$defs");

    private StrictSchema() {}

    /** The schema in the subset; empty when it leaves the members of an object open, which the subset cannot say. */
    static Optional<JsonNode> of(JsonNode schema) {
        try {
            return Optional.of(strict(schema));
        } catch (OpenSchemaException e) {
            return Optional.empty();
        }
    }

    /** The answer without the nulls that stand for members which the schema wants absent instead. */
    static JsonNode withoutStandIns(JsonNode answer, JsonNode schema) {
        return new StandIns(schema).without(answer, schema);
    }

    private static JsonNode strict(JsonNode schema) throws OpenSchemaException {
        if (!schema.isObject()) {
            throw new OpenSchemaException();
        }
        ObjectNode strict = NODES.objectNode();
        for (var member : schema.properties()) {
            String name = member.getKey();
            if (AS_IS.contains(name)) {
                strict.set(name, member.getValue());
            } else if (MAPS.contains(name)) {
                strict.set(name, strictMap(member.getValue()));
            } else if (name.equals("items")) {
                strict.set(name, strict(member.getValue()));
            } else if (name.equals("anyOf")) {
                strict.set(name, strictList(member.getValue()));
            }
        }
        typed(strict, schema);
        if (strict.has("properties")) {
            close(strict, schema);
        } else if (types(schema).contains("object")) {
            throw new OpenSchemaException();
        }
        return strict;
    }

    /** Servers want a type with every list of values. */
    private static void typed(ObjectNode strict, JsonNode schema) {
        List<String> types = Stream.concat(schema.path("enum").valueStream(), Stream.of(schema.path("const")))
                .filter(value -> !value.isMissingNode())
                .map(StrictSchema::type)
                .distinct()
                .toList();
        if (types.isEmpty() || schema.has("type")) {
            return;
        }
        if (types.size() == 1) {
            strict.put("type", types.getFirst());
        } else {
            types.forEach(strict.putArray("type")::add);
        }
    }

    private static String type(JsonNode value) {
        return value.isIntegralNumber() ? "integer" : value.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode strictMap(JsonNode schemas) throws OpenSchemaException {
        ObjectNode map = NODES.objectNode();
        for (var schema : schemas.properties()) {
            map.set(schema.getKey(), strict(schema.getValue()));
        }
        return map;
    }

    private static ArrayNode strictList(JsonNode schemas) throws OpenSchemaException {
        ArrayNode list = NODES.arrayNode();
        for (JsonNode schema : schemas) {
            list.add(strict(schema));
        }
        return list;
    }

    private static void close(ObjectNode strict, JsonNode schema) {
        Set<String> required = texts(schema.path("required"));
        ObjectNode properties = (ObjectNode) strict.get("properties");
        ArrayNode all = strict.putArray("required");
        properties.properties().forEach(property -> {
            all.add(property.getKey());
            if (!required.contains(property.getKey())) {
                property.setValue(orNull(property.getValue()));
            }
        });
        strict.put("additionalProperties", false);
    }

    private static JsonNode orNull(JsonNode schema) {
        ObjectNode union = NODES.objectNode();
        union.putArray("anyOf").add(schema).addObject().put("type", NULL);
        return types(schema).contains(NULL) ? schema : union;
    }

    static Set<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isTextual() ? Set.of(type.textValue()) : texts(type);
    }

    static Set<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).collect(Collectors.toSet());
    }

    /** The subset cannot say this. */
    private static final class OpenSchemaException extends Exception {

        private static final long serialVersionUID = 1L;
    }
}
