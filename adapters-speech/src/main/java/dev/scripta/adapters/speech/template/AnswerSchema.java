package dev.scripta.adapters.speech.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Locale;

/** A JSON Schema 2020-12, ready to check with. It refers to nothing outside itself: nothing is ever fetched. */
final class AnswerSchema {

    private static final SpecificationVersion VERSION = SpecificationVersion.DRAFT_2020_12;

    private final Schema schema;

    private AnswerSchema(Schema schema) {
        this.schema = schema;
    }

    /**
     * The schema in this node.
     *
     * @throws IllegalArgumentException when it is no schema, or not one of an object; the message says where
     */
    static AnswerSchema of(JsonNode node) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(VERSION);
        List<Error> faults = registry.getSchema(SchemaLocation.of(VERSION.getDialectId()))
                .validate(node, context -> context
                        .executionConfig(config -> config.locale(Locale.ROOT)));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("no JSON Schema 2020-12: " + described(faults.getFirst()));
        }
        if (!node.path("type").asText().equals("object")) {
            throw new IllegalArgumentException("must be of an object: \"type: object\"");
        }
        try {
            Schema schema = registry.getSchema(node);
            schema.initializeValidators();
            return new AnswerSchema(schema);
        } catch (SchemaException e) {
            throw new IllegalArgumentException("a reference leads nowhere, or out of the file: " + e.getMessage(), e);
        }
    }

    JsonNode node() {
        return schema.getSchemaNode();
    }

    List<Misfit> misfits(JsonNode instance) {
        return schema.validate(instance, context -> context.executionConfig(config -> config.locale(Locale.ROOT)))
                .stream()
                .map(AnswerSchema::misfit)
                .toList();
    }

    private static Misfit misfit(Error error) {
        return new Misfit(error.getInstanceLocation().toString(), error.getMessage(),
                error.getSchemaLocation().getFragment().toString());
    }

    private static String described(Error error) {
        return error.getInstanceLocation() + " " + error.getMessage();
    }
}
