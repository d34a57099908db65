package dev.scripta.adapters.speech.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.JsonArray;
import dev.scripta.core.model.JsonBoolean;
import dev.scripta.core.model.JsonNull;
import dev.scripta.core.model.JsonNumber;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonString;
import dev.scripta.core.model.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Translates between Jackson's tree and the core's. Numbers keep their written form; what the core's tree does not admit
 * (NUL, lone surrogates, numbers beyond a double) is refused.
 */
public final class JsonTrees {

    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(Analysis.MAX_DEPTH).build())
            .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private JsonTrees() {}

    /**
     * Reads one JSON text by RFC 8259, strictly: a member twice, NaN or anything after the value is refused.
     *
     * @throws IllegalArgumentException when it is none; the message repeats nothing of the text
     */
    public static JsonNode parse(String json) {
        try {
            return STRICT.readTree(json);
        } catch (IOException e) {
            throw new IllegalArgumentException("not a JSON text");
        }
    }

    /**
     * The core's value of a node.
     *
     * @throws IllegalArgumentException when the core does not admit it
     */
    public static JsonValue value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> object(node);
            case ARRAY -> array(node);
            case STRING -> new JsonString(node.textValue());
            case NUMBER -> new JsonNumber(node.decimalValue());
            case BOOLEAN -> JsonBoolean.of(node.booleanValue());
            case NULL -> JsonNull.NULL;
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException("not a JSON value");
        };
    }

    /**
     * The core's object of a node that is one.
     *
     * @throws IllegalArgumentException when it is none, or the core does not admit it
     */
    public static JsonObject object(JsonNode node) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("not a JSON object");
        }
        Map<String, JsonValue> members = new LinkedHashMap<>();
        node.properties().forEach(member -> members.put(member.getKey(), value(member.getValue())));
        return new JsonObject(members);
    }

    /** The node of a value. */
    public static JsonNode node(JsonValue value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (value) {
            case JsonObject object -> {
                ObjectNode node = nodes.objectNode();
                object.members().forEach((name, member) -> node.set(name, node(member)));
                yield node;
            }
            case JsonArray array -> {
                ArrayNode node = nodes.arrayNode();
                array.elements().forEach(element -> node.add(node(element)));
                yield node;
            }
            case JsonString string -> nodes.textNode(string.value());
            case JsonNumber number -> nodes.numberNode(number.value());
            case JsonBoolean literal -> nodes.booleanNode(literal == JsonBoolean.TRUE);
            case JsonNull ignored -> nodes.nullNode();
        };
    }

    private static JsonArray array(JsonNode node) {
        List<JsonValue> elements = new ArrayList<>();
        node.forEach(element -> elements.add(value(element)));
        return new JsonArray(elements);
    }
}
