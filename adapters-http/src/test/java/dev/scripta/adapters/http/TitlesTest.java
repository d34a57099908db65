package dev.scripta.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.JsonNull;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonPointer;
import dev.scripta.core.model.JsonString;
import dev.scripta.core.model.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TitlesTest {

    private static final TitlePointers REPORT = new TitlePointers(Optional.of(new JsonPointer("/patient/name")),
            Optional.of(new JsonPointer("/complaints/0")));
    private static final TitlePointers GENERAL =
            new TitlePointers(Optional.empty(), Optional.of(new JsonPointer("/title")));
    private static final Titles TITLES = new Titles(Map.of("report", REPORT, "general", GENERAL), GENERAL);

    private static Analysis analysis(String template, Map<String, JsonValue> members) {
        return new Analysis(new JsonObject(members), Optional.of(template), List.of());
    }

    private static Optional<JsonValue> text(String text) {
        return Optional.of(new JsonString(text));
    }

    @Test
    void the_template_of_the_analysis_says_where_to_look() {
        Analysis report = analysis("report",
                Map.of("patient", JsonObject.of("name", "Anna"), "title", new JsonString("not this")));
        assertEquals(text("Anna"), TITLES.patientName(report));
        assertEquals(Optional.empty(), TITLES.chiefComplaint(report));
        Analysis general = analysis("general", Map.of("title", new JsonString("A call")));
        assertEquals(Optional.empty(), TITLES.patientName(general));
        assertEquals(text("A call"), TITLES.chiefComplaint(general));
    }

    @Test
    void without_a_template_or_with_a_forgotten_one_that_in_force_is_tried() {
        Map<String, JsonValue> members = Map.of("title", new JsonString("A call"));
        assertEquals(text("A call"), TITLES.chiefComplaint(new Analysis(new JsonObject(members))));
        assertEquals(text("A call"), TITLES.chiefComplaint(analysis("forgotten", members)));
    }

    @Test
    void without_a_template_the_others_are_tried_after_that_in_force() {
        Map<String, JsonValue> adopted = Map.of("patient", JsonObject.of("name", "Anna"));
        assertEquals(text("Anna"), TITLES.patientName(new Analysis(new JsonObject(adopted))));
    }

    @Test
    void members_of_the_names_on_the_wire_are_found_where_the_template_finds_nothing() {
        Analysis saved = analysis("general", Map.of("title", JsonNull.NULL, "chief_complaint", new JsonString("pain"),
                "patient_name", new JsonString("Boris")));
        assertEquals(text("Boris"), TITLES.patientName(saved));
        assertEquals(text("pain"), TITLES.chiefComplaint(saved));
    }
}
