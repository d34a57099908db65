package dev.scripta.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonPointer;
import dev.scripta.core.model.JsonValue;
import dev.scripta.core.usecase.WorkRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By what analyses are made is told to who may see them. */
class TemplatesIT {

    @TempDir
    Path folder;

    private static Template template(String name, Optional<String> description, TitlePointers title) {
        Map<String, JsonValue> properties = new LinkedHashMap<>();
        Stream.of("zeta", "alpha", "mid").forEach(property -> properties.put(property, JsonObject.EMPTY));
        return new Template(name, description, title, new JsonObject(Map.of("properties", new JsonObject(properties))));
    }

    private RunningApi serving(Templates templates) {
        return new RunningApi(new Backend(), WorkRules.DEFAULT,
                RunningApi.settings(folder, Duration.ZERO, 1 << 20, 10), templates);
    }

    @Test
    void they_are_told_with_the_one_in_force_first_and_members_in_their_order() throws Exception {
        Templates templates = new Templates(List.of(
                template("report", Optional.of("What it is for."),
                        new TitlePointers(Optional.of(new JsonPointer("/patient/name")), Optional.empty())),
                template("general", Optional.empty(),
                        new TitlePointers(Optional.empty(), Optional.of(new JsonPointer("/title"))))));
        try (RunningApi api = serving(templates)) {
            String schema = "\"schema\":{\"properties\":{\"zeta\":{},\"alpha\":{},\"mid\":{}}}}";
            assertEquals("{\"templates\":[{\"name\":\"report\",\"description\":\"What it is for.\","
                    + "\"title\":{\"name\":\"/patient/name\"}," + schema + ",{\"name\":\"general\","
                    + "\"title\":{\"subject\":\"/title\"}," + schema + "]}", api.get("/api/templates").body());
            api.save("s1", "hello", "{\"patient\":{\"name\":\"Ann\"}}");
            assertEquals(1, api.get("/api/user/conversations").body().split("\"patient_name\":\"Ann\"", -1).length - 1);
        }
    }

    @Test
    void with_none_there_is_none() throws Exception {
        try (RunningApi api = serving(Templates.NONE)) {
            assertEquals("{\"templates\":[]}", api.get("/api/templates").body());
        }
    }

    @Test
    void only_who_is_signed_in_is_told() throws Exception {
        Backend backend = new Backend();
        try (RunningApi api = new RunningApi(folder, backend, SignInInMemory.at(backend.clock))) {
            assertEquals(403, api.get("/api/templates").statusCode());
        }
    }

    @Test
    void names_are_unique() {
        Template one = template("general", Optional.empty(), new TitlePointers(Optional.empty(), Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> new Templates(List.of(one, one)));
    }
}
