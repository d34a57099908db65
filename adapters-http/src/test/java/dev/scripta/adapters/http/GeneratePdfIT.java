package dev.scripta.adapters.http;

import static dev.scripta.adapters.http.Answers.assertProblem;
import static dev.scripta.adapters.http.Answers.header;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratePdfIT extends ApiTests {

    private static final String REPORT = "/api/generate-pdf";

    private HttpResponse<String> post(String json, String... headers) throws IOException, InterruptedException {
        return api.send("POST", REPORT, Optional.of("application/json"), BodyPublishers.ofString(json), headers);
    }

    private byte[] pdf(String json) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + REPORT))
                            .POST(BodyPublishers.ofString(json))
                            .build(),
                    BodyHandlers.ofByteArray());
            assertEquals(200, answer.statusCode());
            assertEquals(answer.body().length, answer.headers().firstValueAsLong("content-length").orElse(-1));
            return answer.body();
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void the_report_shows_the_analysis_that_was_sent() throws Exception {
        byte[] pdf = pdf("{\"session_id\":\"f81d4fae-7dec\",\"analysis\":{\"patient\":{\"name\":\"آنا\"},"
                + "\"vitals\":{\"hr\":104}},\"extra\":1}");
        assertTrue(new String(pdf, 0, 8, StandardCharsets.US_ASCII).startsWith("%PDF-1.4"));
        String text = text(pdf);
        assertTrue(text.contains("Session f81d4fae Printed 2026-11-22 07:26:25 +00:00 Patient Name آنا Vital signs "
                + "Heart rate (per minute) 104"), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "f81d4fae-7dec|attachment; filename=\"f81d4fae_20261122072625_medical_report.pdf\"",
            "a b|attachment; filename*=utf-8''a%20b_20261122072625_medical_report.pdf",
            "a/../../b|attachment; filename=\"a_.._..__20261122072625_medical_report.pdf\"",
            "سلام|attachment; filename*=utf-8''%D8%B3%D9%84%D8%A7%D9%85_20261122072625_medical_report.pdf"})
    void the_name_of_the_file_is_as_the_pages_expect_it(String session, String disposition) throws Exception {
        HttpResponse<String> answer = post("{\"session_id\":\"" + session + "\",\"analysis\":{}}");
        assertAll(() -> assertEquals(200, answer.statusCode(), answer.body()),
                () -> assertEquals("application/pdf", header(answer, "content-type")),
                () -> assertEquals(disposition, header(answer, "content-disposition")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{}|\"field\":\"session_id\"", "{}|\"field\":\"analysis\"", "{\"analysis\":{}}|session_id is required",
            "{\"session_id\":5,\"analysis\":{}}|session_id must be text",
            "{\"session_id\":null,\"analysis\":{}}|session_id must be text",
            "{\"session_id\":\"\",\"analysis\":{}}|\"field\":\"session_id\"",
            "{\"session_id\":\"a\\u0000\",\"analysis\":{}}|\"status\":422",
            "{\"session_id\":\"s\"}|analysis is required",
            "{\"session_id\":\"s\",\"analysis\":[]}|analysis must be an object",
            "{\"session_id\":\"s\",\"analysis\":null}|analysis must be an object",
            "{\"session_id\":\"s\",\"analysis\":\"{}\"}|analysis must be an object", "[]|\"field\":\"body\"",
            "``|\"field\":\"body\"", "null|\"field\":\"body\"", "{\"session_id\"|\"field\":\"body\""})
    void faulty_bodies_are_told_as_text_and_by_field(String body, String told) throws Exception {
        HttpResponse<String> answer = post(body);
        assertProblem(422, "about:blank", answer);
        assertTrue(answer.body().contains(told), answer.body());
    }

    @Test
    void it_is_had_by_post_alone() throws Exception {
        assertEquals(405, api.get(REPORT).statusCode());
        assertEquals("POST", header(api.get(REPORT), "allow"));
    }

    @Test
    void what_fills_too_many_pages_is_refused_and_the_next_one_served() throws Exception {
        String many = "{\"session_id\":\"s\",\"analysis\":{\"list\":[" + "1,".repeat(90_000) + "1]}}";
        HttpResponse<String> answer = post(many);
        assertProblem(422, "about:blank", answer);
        assertTrue(answer.body().contains("1000 pages"), answer.body());
        assertEquals(200, post("{\"session_id\":\"s\",\"analysis\":{}}").statusCode());
    }

    @Test
    void a_body_over_the_limit_is_refused_unread() throws Exception {
        assertEquals(413, post("{\"session_id\":\"s\",\"analysis\":{\"t\":\"" + "x".repeat(1 << 20) + "\"}}")
                .statusCode());
    }

    @Test
    void the_report_needs_no_store() throws Exception {
        api.backend.storeAway = true;
        assertEquals(200, post("{\"session_id\":\"s\",\"analysis\":{}}").statusCode());
    }
}
