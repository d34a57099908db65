package dev.scripta.adapters.http.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "''|JSON", "*/*|JSON", "application/json|JSON", "text/markdown|MARKDOWN", "text/plain|TEXT",
            "application/x-subrip|SUBRIP", "text/vtt|WEBVTT", "application/pdf|PDF", "TEXT/VTT|WEBVTT",
            "text/*|TEXT", "application/*|JSON", "text/html, */*;q=0.1|JSON", "text/html|none", "image/*|none",
            "application/pdf;q=0.5, text/markdown|MARKDOWN", "application/pdf;q=0.5, text/markdown;q=0.4|PDF",
            "application/pdf, text/markdown|MARKDOWN", "application/json;q=0, */*|TEXT", "*/*;q=0|none",
            "text/*;q=0.9, text/plain;q=0, application/json;q=0.8|MARKDOWN",
            "text/plain;q=0.001, application/json;q=0|TEXT",
            "text/*, text/plain;q=0.1|MARKDOWN", "text/markdown; charset=utf-8 ; q=1.000|MARKDOWN",
            "text/plain;format=flowed|TEXT", " , text/vtt ,|WEBVTT", "application/pdf;q=0.0|none",
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8|JSON",
            // Malformed elements do not count, and of nothing else there is no header.
            "application/pdf;q=2, text/plain;q=0.1|TEXT", "application/pdf;q=x|JSON", "pdf|JSON", "*/pdf|JSON",
            ";;;|JSON",
            "\"a,b\"|JSON", "application/pdf;q=0.1234, text/plain;q=0.1|TEXT"})
    void the_best_is_what_the_client_likes_best(String header, String format) {
        assertEquals(format, Accept.parse(header).best(List.of(Format.values())).map(Format::name).orElse("none"));
    }

    @Test
    void only_what_is_offered_is_chosen() {
        Accept accept = Accept.parse("text/vtt, text/plain;q=0.5");
        assertEquals("TEXT", accept.best(List.of(Format.JSON, Format.TEXT)).map(Format::name).orElse("none"));
        assertEquals("none", accept.best(List.of(Format.JSON)).map(Format::name).orElse("none"));
    }
}
