package dev.scripta.adapters.http.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.SessionId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "f81d4fae-7dec|attachment; filename=\"f81d4fae_x.pdf\"", "s1|attachment; filename=\"s1_x.pdf\"",
            "a b|attachment; filename*=utf-8''a%20b_x.pdf", "a\"b|attachment; filename*=utf-8''a%22b_x.pdf",
            "a'b*c|attachment; filename*=utf-8''a%27b%2Ac_x.pdf", "~a_b-c.d|attachment; filename=\"~a_b-c.d_x.pdf\"",
            "Ünïcödé-later|attachment; filename*=utf-8''%C3%9Cn%C3%AFc%C3%B6d%C3%A9-_x.pdf",
            "\uD83D\uDE00|attachment; filename*=utf-8''%F0%9F%98%80_x.pdf",
            "../../etc/passwd|attachment; filename=\"__.._et_x.pdf\"", "/a|attachment; filename=\"_a_x.pdf\"",
            "..|attachment; filename=\"__x.pdf\"", "C:\\a|attachment; filename*=utf-8''C%3A_a_x.pdf",
            "a\u202Eb|attachment; filename=\"a_b_x.pdf\"", "a;b=c|attachment; filename*=utf-8''a%3Bb%3Dc_x.pdf",
            "a%0d%0a|attachment; filename*=utf-8''a%250d%250a_x.pdf",
            "سلام|attachment; filename*=utf-8''%D8%B3%D9%84%D8%A7%D9%85_x.pdf"})
    void the_name_is_harmless_in_a_header_and_in_a_folder(String session, String header) {
        String disposition = Attachment.disposition(new SessionId(session), "x.pdf");
        assertEquals(header, disposition);
        assertTrue(disposition.chars().allMatch(c -> c >= ' ' && c < 127));
    }
}
