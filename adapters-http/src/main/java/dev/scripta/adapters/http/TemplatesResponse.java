package dev.scripta.adapters.http;

import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonPointer;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.Optional;

/**
 * The analysis templates that are known.
 *
 * @param templates the one in force first
 */
public record TemplatesResponse(List<Entry> templates) {

    static TemplatesResponse of(Templates templates) {
        return new TemplatesResponse(templates.all().stream().map(Entry::of).toList());
    }

    /**
     * One template.
     *
     * @param name as conversations have it
     * @param description what it is for, where it says so
     * @param title where its analyses have what lists show
     * @param schema JSON Schema of its analyses
     */
    @JsonbPropertyOrder({"name", "description", "title", "schema"})
    public record Entry(String name, Optional<String> description, Title title, JsonObject schema) {

        private static Entry of(Template template) {
            return new Entry(template.name(), template.description(),
                    new Title(template.title().patientName().map(JsonPointer::text),
                            template.title().chiefComplaint().map(JsonPointer::text)),
                    template.schema());
        }
    }

    /**
     * JSON Pointers (RFC 6901); left out where analyses have no such thing.
     *
     * @param name whom it is about
     * @param subject what it is about
     */
    @JsonbPropertyOrder({"name", "subject"})
    public record Title(Optional<String> name, Optional<String> subject) {}
}
