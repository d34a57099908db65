package dev.scripta.adapters.speech.template;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.scripta.core.model.JsonPointer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The parts of a template's file, checked.
 *
 * @param name its name
 * @param description what it is for
 * @param prompt what to ask
 * @param schema of the answer
 * @param titleName where an analysis has the name for the list
 * @param titleSubject where an analysis has the subject for the list
 */
record TemplateFile(String name, Optional<String> description, String prompt, AnswerSchema schema,
        Optional<JsonPointer> titleName, Optional<JsonPointer> titleSubject) {

    private static final YAMLMapper YAML =
            YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final Set<String> MEMBERS = Set.of("name", "description", "prompt", "schema", "title");
    private static final Set<String> TITLES = Set.of("name", "subject");
    /** What every server takes for the name of a schema. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    TemplateFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(prompt, "prompt");
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(titleName, "titleName");
        Objects.requireNonNull(titleSubject, "titleSubject");
    }

    /**
     * Reads a file.
     *
     * @param source its name, for messages
     * @throws IllegalArgumentException when it has a fault; the message names the file and its member
     * @throws IOException when it cannot be read
     */
    static TemplateFile read(String source, InputStream yaml) throws IOException {
        Reading file = new Reading("analysis template " + source, tree(source, yaml.readAllBytes()));
        file.only(MEMBERS);
        Reading title = file.within("title");
        title.only(TITLES);
        return new TemplateFile(file.required("name", TemplateFile::name), file.optional("description",
                JsonNode::asText),
                file.required("prompt", TemplateFile::text), file.required("schema", AnswerSchema::of),
                title.optional("name", TemplateFile::pointer), title.optional("subject", TemplateFile::pointer));
    }

    private static JsonNode tree(String source, byte[] yaml) throws IOException {
        try (JsonParser parser = YAML.getFactory().createParser(yaml)) {
            while (parser.nextToken() != null) {
                // Jackson would read the alias as a text.
                if (parser instanceof YAMLParser at && at.isCurrentAlias()) {
                    throw new IllegalArgumentException("analysis template " + source
                            + ": anchors and aliases are not supported; JSON Schema has $defs and $ref");
                }
            }
            return YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("analysis template " + source + " is not YAML: "
                    + e.getOriginalMessage(), e);
        }
    }

    private static String name(JsonNode node) {
        if (!NAME.matcher(node.asText()).matches()) {
            throw new IllegalArgumentException("must be 1 to 64 letters, digits, _ and -");
        }
        return node.asText();
    }

    private static String text(JsonNode node) {
        if (!node.isTextual() || node.textValue().isBlank()) {
            throw new IllegalArgumentException("must be a text");
        }
        return node.textValue().strip();
    }

    private static JsonPointer pointer(JsonNode node) {
        if (!node.isTextual()) {
            throw new IllegalArgumentException("must be a JSON Pointer such as /title");
        }
        return new JsonPointer(node.textValue());
    }

    /** An object of the file, with its place for messages. */
    private record Reading(String place, JsonNode node) {

        Reading {
            if (!node.isObject()) {
                throw new IllegalArgumentException(place + ": must be an object");
            }
        }

        void only(Set<String> known) {
            node.fieldNames().forEachRemaining(member -> {
                if (!known.contains(member)) {
                    throw new IllegalArgumentException(place + ": " + member + " is not known here");
                }
            });
        }

        Reading within(String member) {
            return new Reading(place + ": " + member, node.has(member) ? node.get(member) : YAML.createObjectNode());
        }

        <T> Optional<T> optional(String member, Function<JsonNode, T> reading) {
            return node.has(member) ? Optional.of(required(member, reading)) : Optional.empty();
        }

        <T> T required(String member, Function<JsonNode, T> reading) {
            if (!node.has(member)) {
                throw new IllegalArgumentException(place + ": " + member + " is missing");
            }
            try {
                return reading.apply(node.get(member));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(place + ": " + member + ": " + e.getMessage(), e);
            }
        }
    }
}
