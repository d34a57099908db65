package dev.scripta.adapters.http.accepted;

import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Sha256;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A manifest as JSON. Thread-safe. */
final class ManifestJson {

    private final JsonBuilderFactory builders = Json.createBuilderFactory(Map.of());
    private final JsonReaderFactory readers = Json.createReaderFactory(Map.of());

    String text(Manifest manifest) {
        JsonObjectBuilder json = builders.createObjectBuilder()
                .add("owner", manifest.key().owner().value())
                .add("session", manifest.key().session().value())
                .add("sha256", manifest.digest().hex())
                .add("size", manifest.size())
                .add("order", manifest.order().value())
                .add("reprocess", manifest.reprocess())
                .add("accepted", manifest.accepted().toString())
                .add("done", manifest.done());
        manifest.heard()
                .ifPresent(heard -> json.add("heard", builders.createObjectBuilder()
                        .add("order", heard.order().value())
                        .add("accepted", heard.accepted().toString())));
        return json.build().toString();
    }

    /** The manifest in this text; empty when there is none. */
    Optional<Manifest> manifest(String text) {
        try (JsonReader reader = readers.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            Manifest manifest = new Manifest(
                    new ConversationKey(new OwnerId(json.getString("owner")), new SessionId(json.getString("session"))),
                    new Sha256(json.getString("sha256")), json.getJsonNumber("size").longValueExact(),
                    new Order(json.getJsonNumber("order").longValueExact()), json.getBoolean("reprocess"),
                    Instant.parse(json.getString("accepted")), json.getBoolean("done"), heard(json));
            // What versions before kept did not say so.
            return Optional.of(manifest.done() && manifest.heard().isEmpty() ? manifest.asHeard() : manifest);
        } catch (JsonException | NullPointerException | ClassCastException | ArithmeticException
                | IllegalArgumentException | DateTimeException damaged) {
            return Optional.empty();
        }
    }

    private static Optional<Manifest.Heard> heard(JsonObject json) {
        return Optional.ofNullable(json.getJsonObject("heard"))
                .map(heard -> new Manifest.Heard(new Order(heard.getJsonNumber("order").longValueExact()),
                        Instant.parse(heard.getString("accepted"))));
    }
}
