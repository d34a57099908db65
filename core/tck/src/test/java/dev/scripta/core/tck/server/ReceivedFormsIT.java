package dev.scripta.core.tck.server;

import static dev.scripta.core.tck.server.Asking.end;
import static dev.scripta.core.tck.server.Asking.part;
import static dev.scripta.core.tck.server.Asking.postForm;
import static dev.scripta.core.tck.server.Asking.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.scripta.core.model.Sha256;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReceivedFormsIT {

    private static final String FIELD = "Content-Disposition: form-data; name=\"model\"";
    private static final String FILE =
            "Content-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\nContent-Type: audio/wav";

    @Test
    void fields_and_files_are_told_in_the_order_of_sending() throws Exception {
        String list = "Content-Disposition: form-data; name=\"timestamp_granularities[]\"";
        ScriptedRequest request = received(part(FIELD, "whisper-1"), part(list, "word"), part(FILE, "RIFF"),
                part(list, "segment"), end());
        assertEquals("POST", request.method());
        assertEquals("/v1/audio?x=1", request.path());
        assertEquals(Optional.of("whisper-1"), request.field("model"));
        assertEquals(List.of("word", "segment"), request.fields("timestamp_granularities[]"));
        assertEquals(Optional.empty(), request.field("language"));
        ReceivedFile file = request.file().orElseThrow();
        assertEquals("file", file.field());
        assertEquals(Optional.of("a.wav"), file.name());
        assertEquals(Optional.of("audio/wav"), file.type());
        assertEquals(4, file.size());
        assertArrayEquals("RIFF".getBytes(StandardCharsets.US_ASCII), file.kept());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n", "\r\n\r\n", "--", "\r\n--", "\r", "a\r\n--a-boundary-of-the-tests-012345678",
            "\r\r\n\r\n--a-boundary\r\n"})
    void content_that_looks_like_the_end_is_content(String content) throws Exception {
        ScriptedRequest request = received(part(FIELD, content), part(FILE, content), end());
        assertEquals(Optional.of(content), request.field("model"));
        assertEquals(Sha256.of(content.getBytes(StandardCharsets.US_ASCII)),
                request.file().orElseThrow().sha256());
    }

    @Test
    void large_files_are_digested_and_not_kept() throws Exception {
        byte[] bytes = new byte[25 << 20];
        new Random(4).nextBytes(bytes);
        try (ScriptedServer server = ScriptedServer.always(ScriptedAnswer.text(200, "taken"))) {
            assertEquals("taken", postForm(server.url(), BodyPublishers.concat(text(
                    part(FIELD, "whisper-1"), "--" + Asking.BOUNDARY + "\r\n" + FILE + "\r\n\r\n"),
                    BodyPublishers.ofByteArray(bytes), text("\r\n", end()))).body());
            ReceivedFile file = server.requests().get(0).file().orElseThrow();
            assertEquals(bytes.length, file.size());
            assertEquals(Sha256.of(bytes), file.sha256());
            assertEquals(64, file.kept().length);
        }
    }

    @Test
    void memory_does_not_grow_with_the_file() throws Exception {
        String head = part(FIELD, "whisper-1") + "--" + Asking.BOUNDARY + "\r\n" + FILE + "\r\n\r\n";
        long size = 64 << 20;
        InputStream in = new SequenceInputStream(bytes(head),
                new SequenceInputStream(new LineEnds(size), bytes("\r\n" + end())));
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = memory.getCurrentThreadAllocatedBytes();
        Form form = Form.read(in, "multipart/form-data; boundary=" + Asking.BOUNDARY, 16);
        long allocated = memory.getCurrentThreadAllocatedBytes() - before;
        assertEquals(size, form.files().get(0).size());
        assertTrue(allocated < 1 << 20, allocated + " bytes were allocated");
    }

    @Test
    void as_many_bytes_are_kept_as_the_test_wants() throws Exception {
        try (ScriptedServer server = ScriptedServer.always(ScriptedAnswer.empty(200)).keeping(1_000)) {
            postForm(server.url(), text(part(FILE, "x".repeat(2_000)), end()));
            assertEquals("x".repeat(1_000),
                    new String(server.requests().get(0).file().orElseThrow().kept(), StandardCharsets.US_ASCII));
        }
    }

    @Test
    void malformed_forms_are_refused_before_the_script_is_asked() throws Exception {
        try (ScriptedServer server = ScriptedServer.always(ScriptedAnswer.text(200, "taken"))) {
            for (String form : List.of("", "no form", part(FIELD, "x"), part("Content-Type: text/plain", "x") + end(),
                    part("Content-Disposition: form-data", "x") + end(), "--" + Asking.BOUNDARY + "xx")) {
                assertEquals(400, postForm(server.url(), text(form)).statusCode(), form);
            }
            assertEquals(0, server.count());
        }
    }

    @Test
    void boundaries_must_be_such_that_RFC_2046_allows() {
        for (String boundary : List.of("", "a[b]", "x".repeat(71), "ends with space ")) {
            assertTrue(assertThrows(MalformedFormException.class,
                    () -> Form.read(InputStream.nullInputStream(), "multipart/form-data; boundary=\"" + boundary + "\"",
                            1)).getMessage().contains("RFC 2046"));
        }
    }

    private static ScriptedRequest received(String... parts) throws Exception {
        try (ScriptedServer server = ScriptedServer.always(ScriptedAnswer.text(200, "taken"))) {
            assertEquals(200, postForm(server.url().resolve("/v1/audio?x=1"), text(parts)).statusCode());
            return server.requests().get(0);
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Many bytes that nobody holds, each of which may begin a delimiter. */
    private static final class LineEnds extends InputStream {

        private long left;

        LineEnds(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? '\r' : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int read = (int) Math.min(length, left);
            Arrays.fill(buffer, offset, offset + read, (byte) '\r');
            left -= read;
            return read == 0 ? -1 : read;
        }
    }
}
