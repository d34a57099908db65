package dev.scripta.adapters.http.export;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.JsonArray;
import dev.scripta.core.model.JsonNumber;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonString;
import dev.scripta.core.model.JsonValue;
import dev.scripta.core.model.OwnerId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {

    /** Patient, for what is made at once here is made for one owner: one after the other. */
    private final Exports exports = new Exports(2, Duration.ofHours(1));

    private byte[] report(JsonObject analysis) {
        return assertInstanceOf(Export.Written.class,
                exports.report(OwnerId.LOCAL, Samples.SESSION, analysis, Samples.TIME)).bytes();
    }

    private byte[] report(String text) {
        return report(new JsonObject(Map.of("told", new JsonString(text))));
    }

    /** Without line breaks, which depend on the width of a page. */
    private static String running(byte[] pdf) throws IOException {
        return ReadPdf.text(pdf).replaceAll("\\s+", " ");
    }

    private static Stream<String> leaves(JsonValue value) {
        return switch (value) {
            case JsonObject object -> object.members().values().stream().flatMap(ReportTest::leaves);
            case JsonArray array -> array.elements().stream().flatMap(ReportTest::leaves);
            case JsonString text -> Stream.of(text.value());
            case JsonNumber number -> Stream.of(number.toJson());
            default -> Stream.empty();
        };
    }

    private static long times(String word, String text) {
        return Pattern.compile("(?<![\\w.:-])" + Pattern.quote(word) + "(?![\\w:-])").matcher(text).results().count();
    }

    @Test
    void every_value_of_a_field_report_is_shown_once() throws Exception {
        JsonObject analysis = Samples.object(Samples.file("field-report.json"));
        String text = running(report(analysis));
        List<String> values = leaves(analysis).map(value -> value.replaceAll("\\s+", " ")).toList();
        assertEquals(39, values.size());
        assertEquals(List.of(), values.stream().filter(value -> times(value, text) != 1).toList(), text);
    }

    @Test
    void a_field_report_has_its_sections_in_order_whatever_order_its_members_have() throws Exception {
        List<String> lines = ReadPdf.text(report(Samples.object(Samples.file("field-report.json")))).lines().toList();
        List<String> headings = List.of("Report", "Patient", "Scene", "Chief complaint", "History", "Vital signs",
                "Examination", "Interventions", "Severity", "Recommendation", "Reasoning", "Report in words", "Signed");
        assertEquals(headings, lines.stream().filter(headings::contains).toList());
    }

    @Test
    void units_are_told_and_what_was_not_said_is_seen_to_be_missing() throws Exception {
        String text = running(report(Samples.object(Samples.file("field-report.json"))));
        assertAll(() -> assertTrue(text.contains("Blood pressure, systolic (mmHg) 151"), text),
                () -> assertTrue(text.contains("Temperature (°C) 36.70"), text),
                () -> assertTrue(text.contains("Oxygen saturation (%) 94.5"), text),
                () -> assertTrue(text.contains("Mechanism –"), text));
    }

    @Test
    void the_general_template_is_shown_with_what_belongs_to_each_entry() throws Exception {
        String text = running(report(Samples.object(
                "{\"title\":\"Standup\",\"topics\":[\"one\",\"two\"],\"decisions\":[],"
                        + "\"action_items\":[{\"text\":\"Buy milk\",\"owner\":\"Ann\",\"due\":null}],\"mood\":\"calm\"}")));
        assertTrue(text.contains("Title Standup Topics • one • two Decisions – Action items • Buy milk Owner Ann Due – "
                + "Mood calm"), text);
    }

    @Test
    void an_unknown_shape_is_a_tree_of_headings_and_lists() throws Exception {
        String text = running(report(
                Samples.object("{\"a_b\":{\"c\":[[1,2.50],{\"d\":true,\"e\":{}},\"x\"]},\"\":\"\",\"n\":false}")));
        assertTrue(text.contains("A b C • #1 • 1 • 2.50 • #2 D yes E – • x (no name) – N no"), text);
    }

    @Test
    void members_of_one_name_in_other_shapes_are_shown_all_the_same() throws Exception {
        String text = running(report(Samples.object(
                "{\"patient\":{\"name\":{\"first\":\"Ann\"}},\"vitals\":\"stable\",\"interventions\":\"none\","
                        + "\"severity\":[\"High\"],\"scene\":5}")));
        assertTrue(text.contains(
                "Patient Name First Ann Scene 5 Vital signs stable Interventions none Severity • High"),
                text);
    }

    @Test
    void a_right_to_left_line_is_drawn_from_right_to_left_with_joined_letters() throws Exception {
        List<TextPosition> glyphs = ReadPdf.glyphs(report("سلام abc"));
        // Initial seen, final lam with alef as one glyph, isolated meem: Unicode's presentation forms B.
        List<TextPosition> arabic = glyphs.stream()
                .filter(glyph -> glyph.getUnicode().codePointAt(0) >= 0xFE70 && glyph.getUnicode()
                        .codePointAt(0) <= 0xFEFC)
                .sorted(Comparator.comparingDouble(TextPosition::getX).reversed())
                .toList();
        assertEquals(List.of("\uFEB3", "\uFEFC", "\uFEE1"), arabic.stream().map(TextPosition::getUnicode).toList());
        TextPosition a = glyphs.stream()
                .filter(glyph -> glyph.getUnicode().equals("a"))
                .reduce((x, y) -> y)
                .orElseThrow();
        TextPosition b = glyphs.stream()
                .filter(glyph -> glyph.getUnicode().equals("b"))
                .reduce((x, y) -> y)
                .orElseThrow();
        assertAll(() -> assertTrue(a.getX() < arabic.getLast().getX()), () -> assertTrue(a.getX() < b.getX()),
                () -> assertEquals(545, arabic.getFirst().getX() + arabic.getFirst().getWidth(), 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ألم شديد في الصدر منذ ساعتين", "ضغط الدم 120/80 ثم تحسن", "لا إله إلا الله (قوس)",
            "الاسم: Ahmed Ali العمر 45 سنة", "Patient said: «ألم شديد» today (منذ 3 أيام).", "پژوهش گچ فارسی ۱۲۳",
            "שלום עולם (בדיקה)", "Ελληνικά, Кириллица, čšž", "مُحَمَّدٌ رَسُولٌ"})
    void text_of_both_directions_is_read_back_as_it_was_written(String line) throws Exception {
        // Of vowel signs at one letter, the order is free.
        String text = Normalizer.normalize(running(report(line)), Normalizer.Form.NFC);
        assertTrue(text.contains(Normalizer.normalize(line, Normalizer.Form.NFC)), text);
    }

    @ParameterizedTest
    @CsvSource({"ab\u202Edc\u202C,abdc", "x\u2066y\u2069z,xyz", "a\u0001b,a\uFFFDb", "中国,□□",
            "m\u0007\u001B[31m,m\uFFFD\uFFFD[31m",
            "<b>bold</b>,<b>bold</b>", "&amp;,&amp;", "a\u2028b,a b", "1\t2,1 2", "\uD83E\uDEE0,□"})
    void what_cannot_be_shown_is_a_box_and_what_means_something_elsewhere_is_text(String sent, String shown)
            throws Exception {
        assertTrue(running(report(sent)).contains("Told " + shown + " 1"), running(report(sent)));
    }

    /** Found in review: where a line is cut, what is left may end with a blank. */
    @ParameterizedTest
    @ValueSource(strings = {" \u202c", " \ufeff", " \u061c", " \u2069", " "})
    void a_line_that_is_cut_may_end_with_a_blank(String end) throws Exception {
        String words = "a".repeat(2_000);
        assertTrue(running(report(words + end)).replaceAll("\\s", "").contains(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<img src='http://127.0.0.1:9/x'>", "file:///etc/passwd", "<script>alert(1)</script>",
            "https://example.com/", "\\input{/etc/passwd}", "%PDF-1.4 endobj stream", "(/URI (http://x))"})
    void no_text_becomes_a_link_a_picture_or_a_part_of_the_file(String hostile) throws Exception {
        byte[] pdf = report(hostile);
        assertTrue(running(pdf).contains(hostile), running(pdf));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals(0, document.getPage(0).getAnnotations().size());
            assertFalse(document.getPage(0).getResources().getXObjectNames().iterator().hasNext());
        }
        String raw = new String(pdf, StandardCharsets.ISO_8859_1);
        assertFalse(raw.contains("/URI") || raw.contains("/Launch") || raw.contains("/JavaScript"));
    }

    @Test
    void the_document_tells_its_title_language_version_and_time() throws Exception {
        byte[] pdf = report("x");
        assertTrue(new String(pdf, 0, 8, StandardCharsets.US_ASCII).startsWith("%PDF-1.4"));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertAll(() -> assertEquals("Report", document.getDocumentInformation().getTitle()),
                    () -> assertEquals("en", document.getDocumentCatalog().getLanguage()),
                    () -> assertTrue(document.getDocumentCatalog().getViewerPreferences().displayDocTitle()),
                    () -> assertEquals(Samples.TIME.toInstant(),
                            document.getDocumentInformation().getCreationDate().toInstant()));
        }
    }

    @Test
    void the_deepest_analysis_is_shown_to_its_bottom() throws Exception {
        JsonValue tree = new JsonString("bottom");
        for (int i = 0; i < 199; i++) {
            tree = i % 2 == 0 ? new JsonObject(Map.of("in", tree)) : new JsonArray(List.of(tree));
        }
        assertTrue(running(report(new JsonObject(Map.of("top", tree)))).contains("bottom"));
    }

    @Test
    void a_long_text_goes_over_many_pages_and_loses_no_word() throws Exception {
        String text = IntStream.range(0, 20_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        byte[] pdf = report(text);
        assertTrue(ReadPdf.pages(pdf) > 10);
        List<String> words = Stream.of(running(pdf).split(" ", -1)).filter(word -> word.startsWith("w")).toList();
        assertEquals(text, String.join(" ", words));
    }

    @Test
    void a_word_longer_than_a_page_is_broken() throws Exception {
        String digits = "0123456789".repeat(2000);
        String text = ReadPdf.text(report(digits))
                .lines()
                .filter(line -> line.length() > 5)
                .map(String::strip)
                .filter(line -> line.matches("[0-9]+"))
                .collect(Collectors.joining());
        assertEquals(digits, text);
    }

    @Test
    void what_would_fill_too_many_pages_is_refused() {
        List<JsonValue> many = Collections.nCopies(90_000, new JsonNumber(BigDecimal.ONE));
        assertEquals(new Export.TooLong(1000), exports.report(OwnerId.LOCAL, Samples.SESSION,
                new JsonObject(Map.of("list", new JsonArray(many))), Samples.TIME));
        // What follows is served as ever: the refused one has left its place.
        assertTrue(report("x").length > 0 && report("y").length > 0 && report("z").length > 0);
    }

    @Test
    void who_finds_all_places_taken_is_told_so() {
        assertEquals(new Export.Busy(), new Exports(0, Duration.ZERO).report(OwnerId.LOCAL, Samples.SESSION,
                JsonObject.EMPTY, Samples.TIME));
    }

    @Test
    void documents_made_at_once_do_not_mix() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> texts = threads.invokeAll(IntStream.range(0, 40)
                    .mapToObj(i -> (Callable<String>) () -> running(report("سلام mine" + i + "x")))
                    .toList());
            for (int i = 0; i < texts.size(); i++) {
                String text = texts.get(i).get();
                assertTrue(text.contains("سلام"), text);
                assertEquals(List.of("mine" + i + "x"),
                        Pattern.compile("mine\\w+").matcher(text).results().map(MatchResult::group).toList());
            }
        }
    }
}
