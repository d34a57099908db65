package dev.scripta.core.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Changes one thing in a tree: a value somewhere inside, or a member or element more. */
final class Mutation {

    private final Random random;

    private Mutation(Random random) {
        this.random = random;
    }

    static JsonObject of(JsonObject tree, Random random) {
        return new Mutation(random).object(tree);
    }

    private JsonValue value(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object(object);
        }
        if (value instanceof JsonArray array) {
            return array(array);
        }
        if (value instanceof JsonString string) {
            return new JsonString(string.value() + "x");
        }
        if (value instanceof JsonNumber number) {
            return new JsonNumber(new BigDecimal(another(number.value().doubleValue())));
        }
        return value == JsonNull.NULL ? JsonBoolean.FALSE : JsonNull.NULL;
    }

    /** The double next to it: the smallest change that counts. */
    private static double another(double value) {
        return value > 0 ? Math.nextDown(value) : Math.nextUp(value);
    }

    private JsonObject object(JsonObject object) {
        Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
        if (members.isEmpty() || random.nextInt(4) == 0) {
            members.put("new" + members.size(), JsonNull.NULL);
        } else {
            String name = List.copyOf(members.keySet()).get(random.nextInt(members.size()));
            members.put(name, value(members.get(name)));
        }
        return new JsonObject(members);
    }

    private JsonArray array(JsonArray array) {
        List<JsonValue> elements = new ArrayList<>(array.elements());
        if (elements.isEmpty() || random.nextInt(4) == 0) {
            elements.add(JsonNull.NULL);
        } else {
            int index = random.nextInt(elements.size());
            elements.set(index, value(elements.get(index)));
        }
        return new JsonArray(elements);
    }
}
