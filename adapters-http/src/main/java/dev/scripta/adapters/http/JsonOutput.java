package dev.scripta.adapters.http;

import dev.scripta.core.model.JsonArray;
import dev.scripta.core.model.JsonBoolean;
import dev.scripta.core.model.JsonNull;
import dev.scripta.core.model.JsonNumber;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonString;
import dev.scripta.core.model.JsonValue;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;

/** Lets JSON-B write the core's tree as it is. */
final class JsonOutput implements JsonbSerializer<JsonValue> {

    @Override
    public void serialize(JsonValue value, JsonGenerator out, SerializationContext context) {
        switch (value) {
            case JsonObject object -> {
                out.writeStartObject();
                object.members().forEach((name, member) -> {
                    out.writeKey(name);
                    serialize(member, out, context);
                });
                out.writeEnd();
            }
            case JsonArray array -> {
                out.writeStartArray();
                array.elements().forEach(element -> serialize(element, out, context));
                out.writeEnd();
            }
            case JsonString string -> out.write(string.value());
            case JsonNumber number -> out.write(number.value());
            case JsonBoolean literal -> out.write(literal == JsonBoolean.TRUE);
            case JsonNull literal -> out.writeNull();
        }
    }
}
