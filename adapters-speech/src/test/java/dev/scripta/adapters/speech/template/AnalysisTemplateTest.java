package dev.scripta.adapters.speech.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.adapters.speech.json.JsonTrees;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonPointer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AnalysisTemplateTest {

    private static final String GOOD = """
            name: shopping
            prompt: |
              List what is to be bought.
            schema:
              type: object
              required: [items]
              properties:
                items: {type: array, items: {$ref: "#/$defs/item"}}
              $defs:
                item: {type: string}
            title:
              subject: /items/0
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"general", "field-report"})
    void built_in_templates_are_found_by_their_names(String name) {
        AnalysisTemplate template = AnalysisTemplate.named(name);
        assertEquals(name, template.name());
        assertTrue(template.description().isPresent());
        assertTrue(template.titleSubject().isPresent());
        assertTrue(AnalysisTemplate.BUILT_IN.contains(name));
    }

    @Test
    void a_file_is_found_by_its_path() throws IOException {
        AnalysisTemplate template = AnalysisTemplate.named(file(GOOD).toString());
        assertEquals("shopping", template.name());
        assertEquals("List what is to be bought.", template.prompt());
        assertEquals(Optional.empty(), template.description());
        assertEquals(Optional.empty(), template.titleName());
        assertEquals(Optional.of(new JsonPointer("/items/0")), template.titleSubject());
        assertEquals(List.of(), template.misfits(object("{\"items\":[\"milk\"]}")));
    }

    @Test
    void misfits_tell_where_and_by_which_rule() throws IOException {
        AnalysisTemplate template = AnalysisTemplate.load(file(GOOD));
        Misfit number = template.misfits(object("{\"items\":[\"milk\",5]}")).getFirst();
        assertEquals("/items/1", number.where());
        assertEquals("/$defs/item/type", number.rule());
        assertEquals("Misfit[/$defs/item/type]", number.toString());
        assertEquals("/required", template.misfits(JsonObject.EMPTY).getFirst().rule());
    }

    @Test
    void the_example_of_the_documentation_is_a_template_and_so_is_the_fault_that_it_shows() throws IOException {
        String page = Files.readString(Path.of("../docs/templates.md"));
        String example = page.substring(page.indexOf("```yaml\n") + 8, page.indexOf("```\n\n| member"));
        AnalysisTemplate template = AnalysisTemplate.load(file(example));
        assertEquals("shopping", template.name());
        assertEquals(List.of(), template.misfits(object(
                "{\"items\":[{\"what\":\"milk\",\"amount\":null}],\"shop\":null}")));
        Path faulty = file(example.replace("shop: {type: [string", "shop: {type: [strnig"));
        String told = assertThrows(IllegalArgumentException.class, () -> AnalysisTemplate.load(faulty)).getMessage();
        assertTrue(page.contains(told.replace(faulty.toString(), "shopping.yaml")), told);
    }

    /** Wire contract 10: what the pages read must be fillable, whether or not a model was ever asked for it. */
    @ParameterizedTest
    @ValueSource(strings = {"patient/name", "patient/age", "patient/gender", "patient/nationality", "patient/ID",
            "scene/date", "scene/time", "scene/caller_phone", "scene/location", "scene/case_category",
            "scene/chief_complaint", "scene/case_code", "scene/case_type", "scene/mechanism", "chief_complaint",
            "history/onset", "history/duration", "history/allergies", "history/medications", "history/past_history",
            "history/associated_symptoms", "history/last_meal", "history/events", "vitals/bp_systolic",
            "vitals/bp_diastolic", "vitals/hr", "vitals/rr", "vitals/spo2", "vitals/temp", "vitals/gcs",
            "vitals/pain_scale_0_10", "exam", "interventions", "severity", "recommendation", "reasoning", "form_en"})
    void the_field_report_has_every_box_of_the_pages(String path) {
        String inSchema = "/properties/" + path.replace("/", "/properties/");
        assertTrue(new JsonPointer(inSchema).in(AnalysisTemplate.fieldReport().schema()).isPresent(), path);
    }

    @Test
    void a_field_report_may_be_full_or_empty() {
        assertEquals(List.of(), AnalysisTemplate.fieldReport().misfits(FieldReports.full()));
        assertEquals(List.of(), AnalysisTemplate.fieldReport().misfits(FieldReports.empty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name: shopping          | name: a/b           | name: must be 1 to 64 letters, digits, _ and -
            name: shopping          | title2: x           | title2 is not known here
            name: shopping          | description: x      | name is missing
            List what is to be bought. | ''               | prompt: must be a text
            type: object            | type: array         | must be of an object
            type: object            | type: [object, null]| no JSON Schema
            type: object            | type: objekt        | no JSON Schema 2020-12: /type
            '#/$defs/item'          | '#/$defs/none'      | a reference leads nowhere, or out of the file
            '#/$defs/item'          | http://127.0.0.1:9/ | a reference leads nowhere, or out of the file
            subject: /items/0       | subject: items      | title: subject: a JSON Pointer is empty or begins with /
            subject: /items/0       | subject: 7          | title: subject: must be a JSON Pointer
            subject: /items/0       | topic: /items       | title: topic is not known here
            title:                  | 'title: 5 #'        | is not YAML
            name: shopping          | 'name: [a'          | is not YAML
            {type: string}          | '{title: &x a, description: *x }' | anchors
            """)
    void faults_are_told_with_file_and_member(String good, String bad, String told) throws IOException {
        Path file = file(GOOD.replace(good, bad));
        IllegalArgumentException fault =
                assertThrows(IllegalArgumentException.class, () -> AnalysisTemplate.load(file));
        assertTrue(fault.getMessage().startsWith("analysis template " + file), fault.getMessage());
        assertTrue(fault.getMessage().contains(told), fault.getMessage());
    }

    @Test
    void a_file_that_is_not_there_is_told_with_the_names_there_are() {
        String message = assertThrows(IllegalArgumentException.class, () -> AnalysisTemplate.named("generel"))
                .getMessage();
        assertTrue(message.contains("generel") && message.contains("general, field-report"), message);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("shopping.yaml"), text);
    }

    private static JsonObject object(String json) {
        return JsonTrees.object(JsonTrees.parse(json));
    }
}
