package dev.scripta.adapters.http.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.junit.jupiter.api.Test;

/** Random bodies, most of them damaged: our parser must find what Commons FileUpload finds, or refuse what it refuses. */
class MultipartPartsOracleTest {

    private static final String[] PIECES = {"\r\n", "--", "B", "\r\n--B", "\r\n--B\r\n", "\r\n--B--", "x", "\r", "\n",
            "-",
            "\r\n--B\r\nN: v\r\n\r\n", "long content ".repeat(30)};

    @Test
    void finds_the_same_parts() throws IOException {
        int good = 0;
        for (int seed = 0; seed < 60_000; seed++) {
            var random = new Random(seed);
            var body = new StringBuilder("--B\r\nN: v\r\n\r\n");
            for (int i = random.nextInt(9); i >= 0; i--) {
                body.append(PIECES[random.nextInt(PIECES.length)]);
            }
            body.append("\r\n--B--");
            byte[] bytes = body.toString().getBytes(ISO_8859_1);
            List<String> expected = theirs(bytes);
            assertEquals(expected, ours(bytes, 1 + random.nextInt(40)), "seed " + seed + ": " + body);
            good += expected.contains("refused") ? 0 : 1;
        }
        assertEquals(true, good > 10_000, "good bodies: " + good);
    }

    private static List<String> ours(byte[] body, int step) throws IOException {
        var found = new ArrayList<String>();
        try {
            var parts = new MultipartParts(new MultipartReaderTest.Steps(body, step), "B");
            while (parts.next()) {
                if (!parts.headers().equals(List.of("N: v"))) {
                    return List.of("refused");
                }
                found.add(new String(parts.content().readAllBytes(), ISO_8859_1));
            }
        } catch (RefusedException e) {
            return List.of("refused");
        }
        return found;
    }

    private static List<String> theirs(byte[] body) throws IOException {
        var found = new ArrayList<String>();
        try {
            var led = new ByteArrayOutputStream();
            led.write("\r\n".getBytes(ISO_8859_1));
            led.write(body);
            var input = MultipartInput.builder()
                    .setInputStream(new ByteArrayInputStream(led.toByteArray()))
                    .setBoundary("B".getBytes(ISO_8859_1))
                    .setPartHeaderSizeMax(8192)
                    .get();
            input.discardBodyData();
            while (input.readBoundary()) {
                // Their parser takes a part without headers, and a lone line feed after a boundary; we refuse both.
                if (!input.readHeaders().equals("N: v\r\n\r\n")) {
                    return List.of("refused");
                }
                var content = new ByteArrayOutputStream();
                input.readBodyData(content);
                found.add(content.toString(ISO_8859_1));
            }
        } catch (IOException e) {
            return List.of("refused");
        }
        return found;
    }
}
