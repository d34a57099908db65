package dev.scripta.adapters.http.openapi;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds answers against the description: status, content type, headers and body must be as it says. What no operation
 * answers must be one of the responses that the description has for that. Thread-safe.
 */
public final class AnswerCheck {

    /** Of what is served. */
    public static final AnswerCheck SERVED = new AnswerCheck(ApiDocument.served());

    private final ApiDocument api;

    AnswerCheck(ApiDocument api) {
        this.api = api;
    }

    /** Fails the test if an answer is not as described. */
    public void check(DescribedAnswer answer) {
        List<String> faults = faults(answer);
        if (!faults.isEmpty()) {
            fail("docs/openapi.json says otherwise: " + answer.method() + " " + answer.path() + " -> "
                    + answer.status() + ": " + String.join("; ", faults) + "\n" + answer.body());
        }
    }

    /** Fails the test if a body is no problem document. */
    public void checkProblem(int status, String body) {
        List<String> faults = new ArrayList<>();
        JsonNode schema = api.root().at("/components/responses/NotFound/content/application~1problem+json/schema");
        checkJson(schema, status, body, faults);
        if (!faults.isEmpty()) {
            fail("no problem document of docs/openapi.json: " + String.join("; ", faults) + "\n" + body);
        }
    }

    /** Fails the test if JSON that is no answer by itself is not as the description has it by this name. */
    public void checkBody(String schema, String body) {
        List<String> faults = new ArrayList<>();
        ApiDocument.json("{\"$ref\":\"#/components/schemas/" + schema + "\"}")
                .ifPresent(reference -> checkJson(reference, 200, body, faults));
        if (!faults.isEmpty()) {
            fail("no " + schema + " of docs/openapi.json: " + String.join("; ", faults) + "\n" + body);
        }
    }

    /** What is not as described; empty if all is. */
    List<String> faults(DescribedAnswer answer) {
        List<String> faults = new ArrayList<>();
        JsonNode response = api.response(responses(answer, faults), answer.status());
        if (response.isMissingNode()) {
            faults.add("no such status");
            return faults;
        }
        checkHeaders(response, answer, faults);
        checkContent(response.path("content"), answer, faults);
        return faults;
    }

    private JsonNode responses(DescribedAnswer answer, List<String> faults) {
        Optional<JsonNode> operation = api.operation(answer.path(), answer.method());
        if (operation.isPresent()) {
            return operation.get().path("responses");
        }
        Set<String> methods = api.methods(answer.path());
        if (answer.status() == 405 && !methods.equals(allowed(answer))) {
            faults.add("Allow must name " + methods);
        } else if (answer.status() == 404 && !methods.isEmpty()) {
            faults.add("the path has other methods: 405");
        }
        boolean preflight = answer.method().equals("OPTIONS") && answer.status() < 300;
        return api.root().path(preflight ? "x-preflight" : "x-no-operation");
    }

    private static Set<String> allowed(DescribedAnswer answer) {
        return answer.header("allow").map(list -> Set.of(list.split(", "))).orElse(Set.of());
    }

    private void checkHeaders(JsonNode response, DescribedAnswer answer, List<String> faults) {
        for (Map.Entry<String, JsonNode> entry : response.path("headers").properties()) {
            JsonNode header = api.resolved(entry.getValue());
            Optional<String> value = answer.header(entry.getKey());
            if (value.isEmpty() && header.path("required").asBoolean()) {
                faults.add("header " + entry.getKey() + " is missing");
            }
            value.map(TextNode::new)
                    .map(text -> api.misfits(header.path("schema"), text))
                    .orElse(List.of())
                    .forEach(misfit -> faults.add("header " + entry.getKey() + ":" + misfit));
        }
    }

    private void checkContent(JsonNode content, DescribedAnswer answer, List<String> faults) {
        String type = answer.header("content-type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (content.isEmpty()) {
            if (!answer.body().isEmpty()) {
                faults.add("there must be no body");
            }
        } else if (!content.has(type)) {
            faults.add("no such content type: " + type);
        } else if (!answer.method().equals("HEAD") && type.endsWith("json")) {
            checkJson(content.path(type).path("schema"), answer.status(), answer.body(), faults);
        } else if (!answer.method().equals("HEAD") && answer.body().isEmpty()) {
            faults.add("the body is empty");
        }
    }

    private void checkJson(JsonNode schema, int status, String body, List<String> faults) {
        Optional<JsonNode> json = ApiDocument.json(body);
        if (json.isEmpty()) {
            faults.add("the body is no JSON");
            return;
        }
        faults.addAll(api.misfits(schema, json.get()));
        if (status >= 400 && json.get().path("status").asInt() != status) {
            faults.add("the problem's status is another one");
        }
    }
}
