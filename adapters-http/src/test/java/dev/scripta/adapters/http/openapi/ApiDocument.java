package dev.scripta.adapters.http.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The API's description, as the server has it. Thread-safe. */
final class ApiDocument {

    private static final String SERVED = "/dev/scripta/adapters/http/openapi.json";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch",
            "trace");
    /** Nothing is fetched from there. */
    private static final String ADDRESS = "https://scripta.example/openapi.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode root;
    private final SchemaRegistry schemas;

    private ApiDocument(JsonNode root) {
        this.root = root;
        this.schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(ADDRESS, root.toString())));
    }

    static ApiDocument served() {
        return new ApiDocument(resource(SERVED));
    }

    static ApiDocument of(JsonNode root) {
        return new ApiDocument(root);
    }

    static JsonNode resource(String path) {
        try (InputStream in = Objects.requireNonNull(ApiDocument.class.getResourceAsStream(path), path)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value of this text; empty if it is not one JSON value. */
    static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(JSON.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    JsonNode root() {
        return root;
    }

    /** The templates, most specific first. */
    Set<PathTemplate> paths() {
        Set<PathTemplate> paths = new TreeSet<>();
        root.path("paths").fieldNames().forEachRemaining(text -> paths.add(new PathTemplate(text)));
        return paths;
    }

    /** The methods of a path that is asked for, in capitals; none where no template matches. */
    Set<String> methods(String path) {
        return matching(path).flatMap(template -> methods(template).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The methods of a template, in capitals. */
    Set<String> methods(PathTemplate path) {
        Set<String> methods = new TreeSet<>();
        root.path("paths").path(path.text()).fieldNames().forEachRemaining(name -> {
            if (METHODS.contains(name)) {
                methods.add(name.toUpperCase(Locale.ROOT));
            }
        });
        return methods;
    }

    /** What answers a request, by the most specific template that has the method; empty if nothing does. */
    Optional<JsonNode> operation(String path, String method) {
        return matching(path).map(template -> operation(template, method))
                .filter(node -> !node.isMissingNode())
                .findFirst();
    }

    JsonNode operation(PathTemplate path, String method) {
        return root.path("paths").path(path.text()).path(method.toLowerCase(Locale.ROOT));
    }

    private Stream<PathTemplate> matching(String path) {
        return paths().stream().filter(template -> template.matches(path));
    }

    /** What a reference stands for, or the node itself; missing where it leads nowhere. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? resolved(root.at(node.path("$ref").asText().substring(1))) : node;
    }

    /** The response of this status; missing if there is none. */
    JsonNode response(JsonNode responses, int status) {
        return resolved(responses.path(Integer.toString(status)));
    }

    /** How this value differs from the schema, which is a reference or one that refers to nothing. */
    List<String> misfits(JsonNode schema, JsonNode value) {
        var checked = schema.has("$ref")
                ? schemas.getSchema(SchemaLocation.of(ADDRESS + schema.path("$ref").asText()))
                : schemas.getSchema(schema);
        return checked.validate(value, context -> context.executionConfig(config -> config.locale(Locale.ROOT)))
                .stream()
                .map(ApiDocument::told)
                .toList();
    }

    private static String told(Error error) {
        return error.getInstanceLocation() + " " + error.getMessage();
    }

    /** All nodes, the whole first. */
    static Stream<JsonNode> all(JsonNode node) {
        return Stream.concat(Stream.of(node), node.valueStream().flatMap(ApiDocument::all));
    }
}
