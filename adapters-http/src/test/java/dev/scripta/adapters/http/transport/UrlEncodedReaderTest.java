package dev.scripta.adapters.http.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UrlEncodedReaderTest {

    private static final FormShape SHAPE = new FormShape(Set.of("id", "note"), Optional.of("file"));
    private final UrlEncodedReader reader = new UrlEncodedReader(new FormLimits(1, 1, 10, 100, 4));

    @Test
    void fields_are_decoded_and_the_last_counts() {
        assertEquals(Map.of("id", "ü &=+", "note", ""),
                read("id=1&id=" + URLEncoder.encode("ü &=+", UTF_8) + "&note"));
        assertEquals(Map.of(), read(""));
        assertEquals(Map.of("id", "a=b"), read("&&id=a=b"));
        assertEquals(Map.of("file", "x"), read("file=x&other=%"));
    }

    @Test
    void broken_fields_are_refused() {
        refused(400, "id=%");
        refused(400, "id=%4");
        refused(400, "id=%zz");
        refused(400, "id=%-1");
        refused(400, "id=%ff");
        refused(400, "id=%ed%a0%80");
        assertEquals(Map.of("id", "%"), read("id=%25"));
    }

    @Test
    void limits_hold_to_the_byte() {
        read("id=" + "x".repeat(10));
        refused(413, "id=" + "x".repeat(11));
        read("other=" + "x".repeat(94));
        refused(413, "other=" + "x".repeat(95));
        read("a&b&c&id=1");
        refused(413, "a&b&c&d&id=1");
    }

    private void refused(int status, String body) {
        assertEquals(status, assertThrows(RefusedException.class, () -> read(body), body).status());
    }

    private Map<String, String> read(String body) {
        return reader.read(new ByteArrayInputStream(body.getBytes(UTF_8)), SHAPE).texts();
    }
}
