package dev.scripta.app;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpResponse;

/** An answer of the API. */
record Answer(HttpResponse<String> response) {

    int status() {
        return response.statusCode();
    }

    JsonObject json() {
        return parse(response.body());
    }

    static JsonObject parse(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    String transcript() {
        return json().getString("transcript");
    }

    long conversationId() {
        return json().getJsonNumber("conversation_id").longValueExact();
    }

    String outcome() {
        return json().getJsonObject("save").getString("outcome");
    }
}
