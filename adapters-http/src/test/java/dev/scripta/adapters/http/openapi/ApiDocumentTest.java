package dev.scripta.adapters.http.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The description itself: valid, whole, and true to its own examples. */
class ApiDocumentTest {

    /** The OpenAPI Initiative's, Apache-2.0. */
    private static final JsonNode OPENAPI = ApiDocument.resource("oas-3.1-schema.json");

    private final ApiDocument api = ApiDocument.served();

    @Test
    void the_description_is_openapi_3_1() {
        assertEquals(List.of(), misfits(api.root()));
    }

    @ParameterizedTest
    @CsvSource({"'', openapi, 3", "'', info, 3", "/info, version, 3", "/paths/~1api~1health/get, responses, 3",
            "/components/parameters/ConversationId, in, 3", "/components/securitySchemes/bearer, type, 3"})
    void what_is_not_openapi_3_1_is_told(String where, String member, int value) {
        JsonNode planted = api.root().deepCopy();
        ((ObjectNode) planted.at(where)).put(member, value);
        assertFalse(misfits(planted).isEmpty());
    }

    private static List<String> misfits(JsonNode document) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        return registry.getSchema(OPENAPI).validate(document).stream().map(Object::toString).toList();
    }

    @Test
    void every_schema_is_json_schema_2020_12() {
        SpecificationVersion version = SpecificationVersion.DRAFT_2020_12;
        var metaschema = SchemaRegistry.withDefaultDialect(version)
                .getSchema(SchemaLocation.of(version.getDialectId()));
        JsonNode wrong = ApiDocument.json("{\"type\":\"text\"}").orElseThrow();
        assertFalse(metaschema.validate(wrong).isEmpty());
        ApiDocument.all(api.root())
                .filter(node -> node.has("schema"))
                .forEach(node -> assertEquals(List.of(), metaschema.validate(node.path("schema"))));
        api.root().at("/components/schemas").forEach(schema -> assertEquals(List.of(), metaschema.validate(schema)));
    }

    @Test
    void every_reference_leads_somewhere_and_everything_is_referred_to() {
        Set<String> references = new TreeSet<>(ApiDocument.all(api.root())
                .map(node -> node.path("$ref").asText(""))
                .filter(text -> !text.isEmpty())
                .toList());
        references.forEach(
                text -> assertFalse(api.root().at(text.substring(1)).isMissingNode(), text + " leads nowhere"));
        Set<String> components = new TreeSet<>();
        for (Map.Entry<String, JsonNode> kind : api.root().path("components").properties()) {
            kind.getValue()
                    .fieldNames()
                    .forEachRemaining(name -> components.add("#/components/" + kind.getKey() + "/" + name));
        }
        components.removeIf(name -> name.startsWith("#/components/securitySchemes/"));
        assertEquals(components, references);
    }

    @Test
    void every_example_is_valid() {
        List<String> faults = new ArrayList<>();
        int examples = 0;
        for (JsonNode node : ApiDocument.all(api.root()).filter(node -> node.has("schema")).toList()) {
            List<JsonNode> values = new ArrayList<>();
            node.path("examples").forEach(example -> values.add(example.path("value")));
            if (node.has("example")) {
                values.add(node.path("example"));
            }
            examples += values.size();
            values.forEach(value -> api.misfits(node.path("schema"), value)
                    .forEach(misfit -> faults.add(misfit
                            + " in " + value)));
        }
        assertEquals(List.of(), faults);
        assertTrue(examples > 30, () -> "were the examples found?");
    }

    @Test
    void every_example_of_a_problem_has_the_status_of_its_response() {
        for (PathTemplate path : api.paths()) {
            for (String method : api.methods(path)) {
                for (Map.Entry<String, JsonNode> entry : api.operation(path, method).path("responses").properties()) {
                    String where = method + " " + path.text() + " " + entry.getKey();
                    JsonNode content = api.resolved(entry.getValue()).path("content");
                    boolean problem = entry.getKey().compareTo("400") >= 0;
                    assertEquals(problem, content.has("application/problem+json"), where);
                    content.path("application/problem+json")
                            .findValues("status")
                            .forEach(status -> assertEquals(entry.getKey(), status.asText(), where));
                }
            }
        }
    }

    @Test
    void every_operation_has_a_name_of_its_own_a_known_tag_and_says_what_it_does() {
        Set<String> tags = new HashSet<>(api.root().path("tags").findValuesAsText("name"));
        Set<String> names = new HashSet<>();
        for (PathTemplate path : api.paths()) {
            for (String method : api.methods(path)) {
                JsonNode operation = api.operation(path, method);
                String where = method + " " + path.text();
                assertTrue(names.add(operation.path("operationId").asText()), where);
                assertTrue(tags.contains(operation.at("/tags/0").asText()), where);
                assertFalse(operation.path("summary").asText().isBlank(), where);
            }
        }
    }

    /** So that each is found, and can be checked, by its name. */
    @Test
    void every_body_has_a_named_schema() {
        ApiDocument.all(api.root())
                .flatMap(node -> node.path("content").valueStream())
                .forEach(
                        content -> assertTrue(content.path("schema").has("$ref"), content::toString));
    }
}
