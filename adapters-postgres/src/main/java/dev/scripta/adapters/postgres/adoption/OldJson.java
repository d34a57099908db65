package dev.scripta.adapters.postgres.adoption;

import dev.scripta.core.model.JsonObject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.Map;
import org.eclipse.parsson.api.JsonConfig;

/**
 * Reads JSON as a {@code json} column of PostgreSQL admits it, which is more than the model does, and repairs the rest. Member
 * order and the form of numbers are as written; of equal names the last one counts. Thread-safe.
 */
final class OldJson {

    /** The member that holds an analysis which is no object. */
    static final String WRAPPED = "value";

    private final JsonParserFactory parsers =
            Json.createParserFactory(Map.of(JsonConfig.MAX_DEPTH, Integer.MAX_VALUE));

    /**
     * The object in this text, or around what is in it.
     *
     * @throws IllegalArgumentException when it is no JSON
     */
    JsonObject object(String json, Repairs repairs) {
        try (JsonParser parser = parsers.createParser(new StringReader(json))) {
            return new OldJsonReading(json, parser, repairs).object();
        } catch (JsonException e) {
            throw new IllegalArgumentException("an analysis is no JSON", e);
        }
    }
}
