package dev.scripta.adapters.http.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartReaderTest {

    private static final FormShape SHAPE = new FormShape(Set.of("id", "note"), Optional.of("file"));
    private static final FormLimits LIMITS = new FormLimits(10_000_000, 5_000_000, 1000, 1000, 30);

    @TempDir
    Path folder;

    @AfterEach
    void nothing_is_left_in_the_spool() throws IOException {
        assertEquals(0, spooled());
    }

    @Test
    void fields_before_and_after_the_file() throws Exception {
        try (UploadForm form = read(text("id", "1") + file("file", "abc") + text("note", "ü") + end())) {
            assertEquals(Map.of("id", "1", "note", "ü"), form.texts());
            assertEquals("abc", Files.readString(form.file().orElseThrow().path()));
            assertEquals(3, form.file().orElseThrow().size());
        }
        try (UploadForm form = read(file("file", "abc") + text("note", "n") + text("id", "1") + end())) {
            assertEquals(Map.of("id", "1", "note", "n"), form.texts());
            assertEquals(hash("abc".getBytes(UTF_8)), form.file().orElseThrow().sha256().hex());
        }
    }

    @Test
    void every_byte_value_line_breaks_and_beginnings_of_the_boundary_survive() throws Exception {
        byte[] bytes = new byte[256];
        for (int i = 0; i < 256; i++) {
            bytes[i] = (byte) i;
        }
        survives(bytes);
        for (String nasty : new String[]{"", "\r\n", "\r\n\r\n", "\r\n\r\n\r\n", "\n\n", "\r", "-", "--", "\r\n--",
                "\r\n--B",
                "\r\n--BOUNDAR", "\r\r\n--BOUNDAR\r\n--BOUNDAR", "--BOUNDARY--", "--BOUNDARY\r\n", "\n--BOUNDARY--\r\n",
                "\r\r\n\r\n-\r\n--", "x\r\n--BOUNDARX\r\n"}) {
            survives(nasty.getBytes(UTF_8));
        }
    }

    @Test
    void contents_survive_around_the_sizes_of_buffers_however_the_body_arrives() throws Exception {
        for (int size : new int[]{8191, 8192, 65_500, 65_524, 65_525, 65_535, 65_536, 65_537, 131_072, 200_001}) {
            byte[] bytes = new byte[size];
            var random = new Random(size);
            for (int i = 0; i < size; i++) {
                bytes[i] = (byte) "\r\n--BOUNDA".charAt(random.nextInt(10));
            }
            survives(bytes);
        }
    }

    @Test
    void names_in_utf8_extended_or_escaped() throws Exception {
        assertEquals("Ärztin 日本.wav", nameOf("filename=\"Ärztin 日本.wav\""));
        assertEquals("€ rates+1.wav", nameOf("filename=\"x.wav\"; filename*=UTF-8''%e2%82%ac%20rates+1.wav"));
        assertEquals("€.wav", nameOf("filename*=UTF-8''%e2%82%ac.wav; filename=\"x.wav\""));
        assertEquals("x.wav", nameOf("filename*=utf-8''%zz; filename=\"x.wav\""));
        assertEquals("x.wav", nameOf("filename*=no-such-set''a; filename=\"x.wav\""));
        assertEquals("a\"b;c.wav", nameOf("filename=\"a\\\"b;c.wav\""));
        assertEquals("100%.wav", nameOf("filename=\"100%.wav\""));
        assertEquals("plain.wav", nameOf("filename=plain.wav"));
        assertEquals("", nameOf("filename=\"\""));
    }

    @Test
    void header_details() throws Exception {
        String content = "\r\n\r\nabc\r\n";
        for (String head : new String[]{
                "content-disposition:form-data;name=file;filename=a",
                "CONTENT-DISPOSITION: Form-Data ; NAME = \"file\" ; FILENAME = \"a\"",
                "Content-Disposition: form-data;\r\n name=\"file\";\r\n\tfilename=\"a\"",
                "Content-Type: audio/wav\r\nContent-Disposition: form-data; filename=\"a\"; name=\"file\"",
                "Content-Length: 1\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"",
                "Content-Length: 99999999\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"",
                "X-Long: " + "x".repeat(7000) + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\""}) {
            try (UploadForm form = read("--BOUNDARY\r\n" + head + content + end())) {
                assertEquals("abc", Files.readString(form.file().orElseThrow().path()), head);
            }
        }
    }

    @Test
    void preamble_epilogue_and_padding_are_read_over() throws Exception {
        try (UploadForm form = read("preamble --BOUNDARY\r\n\r\nmore\r\n" + text("id", "1") + end() + "epilogue\r\n")) {
            assertEquals(Map.of("id", "1"), form.texts());
        }
        assertEquals("1", read("--BOUNDARY \t \r\nContent-Disposition: form-data; name=id\r\n\r\n1\r\n" + end())
                .texts()
                .get("id"));
        assertTrue(read("--BOUNDARY--").texts().isEmpty());
        assertTrue(read("--BOUNDARY--\r\n").texts().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", "x", "\r\n", "--OTHER\r\nContent-Disposition: form-data; name=\"id\"\r\n\r\n1\r\n--OTHER--\r\n",
            "--BOUNDARY", "--BOUNDARY-", "--BOUNDARY-x", "--BOUNDARYX\r\n", "--BOUNDARY \n",
            "--BOUNDARY\nContent-Disposition: form-data; name=\"id\"\n\n1\n--BOUNDARY--\n",
            "--BOUNDARY\r\nContent-Disposition: form-data; name=\"id\"\n\n1\r\n--BOUNDARY--\r\n",
            "--BOUNDARY\r\nContent-Disposition: form-data; name=\"id\"\r\r\n\r\n1\r\n--BOUNDARY--\r\n",
            "--BOUNDARY\r\n\r\nno headers\r\n--BOUNDARY--\r\n",
            "--BOUNDARY\r\n\r\nx\r\n--BOUNDARY\r\nContent-Disposition: form-data; name=\"id\"\r\n\r\n1\r\n--BOUNDARY--\r\n",
            "--BOUNDARY\r\nContent-Type: text/plain\r\n\r\nno name\r\n--BOUNDARY--\r\n",
            "--BOUNDARY\r\nContent-Disposition: form-data\r\n\r\nno name\r\n--BOUNDARY--\r\n",
            "--BOUNDARY\r\nContent-Disposition: attachment; name=\"id\"\r\n\r\n1\r\n--BOUNDARY--\r\n",
            "--BOUNDARY\r\n--BOUNDARY--\r\n",
            "--BOUNDARY\r\nContent-Disposition: form-data; name=\"id\"\r\n\r\n1\r\n--BOUNDARYX\r\n--BOUNDARY--\r\n"})
    void malformed_bodies_are_refused(String body) {
        var refused = assertThrows(RefusedException.class, () -> read(body));
        assertEquals(400, refused.status());
        assertEquals("There was an error parsing the body", refused.getMessage());
    }

    @Test
    void a_body_cut_anywhere_is_refused_and_leaves_nothing() throws Exception {
        String body = "pre\r\n" + text("id", "1") + file("file", "abc\r\n--BOUND") + text("note", "n") + "--BOUNDARY--";
        for (int cut = 0; cut < body.length(); cut++) {
            String start = body.substring(0, cut);
            assertEquals(400, assertThrows(RefusedException.class, () -> read(start), start).status());
            assertEquals(0, spooled());
        }
        read(body).close();
    }

    @Test
    void a_failing_connection_leaves_nothing() throws Exception {
        InputStream broken = new java.io.SequenceInputStream(
                new ByteArrayInputStream(("--BOUNDARY\r\nContent-Disposition: form-data; name=file; filename=a\r\n\r\n"
                        + "x".repeat(200_000)).getBytes(UTF_8)), new InputStream() {
                            @Override
                            public int read() {
                                throw new UncheckedIOException(new IOException("gone"));
                            }

                            @Override
                            public int read(byte[] bytes, int offset, int length) {
                                return read();
                            }
                        });
        assertThrows(UncheckedIOException.class, () -> read(broken, LIMITS));
        assertEquals(0, spooled());
    }

    @Test
    void the_last_of_equal_fields_counts() throws Exception {
        try (UploadForm form = read(text("id", "1") + file("file", "old") + text("id", "2") + file("file", "new")
                + end())) {
            assertEquals("2", form.texts().get("id"));
            assertEquals("new", Files.readString(form.file().orElseThrow().path()));
            assertEquals(1, spooled());
        }
    }

    @Test
    void a_file_as_text_and_a_text_as_file_are_told_apart() throws Exception {
        try (UploadForm form = read(file("id", "1") + text("file", "x") + end())) {
            assertEquals(Set.of("id"), form.misplacedFiles());
            assertEquals(Map.of("file", "x"), form.texts());
            assertTrue(form.file().isEmpty());
        }
        try (UploadForm form = read(file("id", "1") + text("id", "2") + file("file", "a") + text("file", "x")
                + end())) {
            assertEquals(Map.of("id", "2", "file", "x"), form.texts());
            assertEquals(Set.of(), form.misplacedFiles());
            assertTrue(form.file().isEmpty());
            assertEquals(0, spooled());
        }
        try (UploadForm form = read(text("id", "2") + file("id", "1") + text("file", "x") + file("file", "a")
                + end())) {
            assertEquals(Map.of(), form.texts());
            assertEquals(Set.of("id"), form.misplacedFiles());
            assertEquals(1, form.file().orElseThrow().size());
        }
    }

    @Test
    void unknown_fields_are_ignored() throws Exception {
        try (UploadForm form = read(text("x", "1") + file("y", "2") + text("id", "3") + end())) {
            assertEquals(Map.of("id", "3"), form.texts());
            assertEquals(Set.of(), form.misplacedFiles());
            assertEquals(0, spooled());
        }
    }

    @Test
    void limits_hold_to_the_byte() throws Exception {
        var limits = new FormLimits(100_000, 1000, 10, 1000, 3);
        read(text("id", "x".repeat(10)) + file("file", "x".repeat(1000)) + text("z", "") + end(), limits).close();
        tooLarge(text("id", "x".repeat(11)) + end(), limits);
        tooLarge(text("unknown", "x".repeat(11)) + end(), limits);
        tooLarge(file("file", "x".repeat(1001)) + end(), limits);
        tooLarge(text("a", "").repeat(4) + end(), limits);
        tooLarge(file("unknown", "x".repeat(100_000)) + end(), limits);
        tooLarge("preamble".repeat(20_000) + "\r\n" + end(), limits);
        tooLarge(end() + "epilogue".repeat(20_000), limits);
        String body = text("id", "1") + end();
        read(body, new FormLimits(body.length(), 1, 1, 1, 1)).close();
        tooLarge(body, new FormLimits(body.length() - 1, 1, 1, 1, 1));
        assertThrows(RefusedException.class, () -> read("--BOUNDARY\r\nX: " + "x".repeat(9000) + "\r\n\r\n" + end()));
    }

    @Test
    void text_that_is_not_utf8_is_refused() throws Exception {
        byte[] body = (text("id", "\u00ff") + end()).getBytes(ISO_8859_1);
        var refused = assertThrows(
                RefusedException.class, () -> read(new ByteArrayInputStream(body), LIMITS));
        assertEquals(400, refused.status());
    }

    @Test
    void the_file_is_private_and_its_name_is_not_told() throws Exception {
        try (UploadForm form = read(file("file", "secret") + text("id", "secret") + end())) {
            Path path = form.file().orElseThrow().path();
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path.getParent())));
            assertFalse(form.toString().contains("secret"));
            assertFalse(form.toString().contains("client.wav"));
        }
    }

    private void survives(byte[] content) throws IOException {
        var body = new ByteArrayOutputStream();
        body.write(text("id", "1").getBytes(UTF_8));
        body.write("--BOUNDARY\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n".getBytes(
                UTF_8));
        body.write(content);
        body.write(("\r\n" + text("note", "2") + end()).getBytes(UTF_8));
        for (int step : new int[]{1, 2, 7, 1460, 8192, 65_535, 1 << 20}) {
            try (UploadForm form = read(new Steps(body.toByteArray(), step), LIMITS)) {
                assertArrayEquals(content, Files.readAllBytes(form.file().orElseThrow().path()));
                assertEquals(hash(content), form.file().orElseThrow().sha256().hex());
                assertEquals(Map.of("id", "1", "note", "2"), form.texts());
            }
        }
    }

    private void tooLarge(String body, FormLimits limits) throws IOException {
        assertEquals(413, assertThrows(RefusedException.class, () -> read(body, limits)).status());
        assertEquals(0, spooled());
    }

    private static String nameOf(String parameter) {
        return HeaderParameters.parse("form-data; name=\"file\"; " + parameter).get("filename").orElseThrow();
    }

    private UploadForm read(String body) {
        return read(body, LIMITS);
    }

    private UploadForm read(String body, FormLimits limits) {
        return read(new ByteArrayInputStream(body.getBytes(UTF_8)), limits);
    }

    private UploadForm read(InputStream body, FormLimits limits) {
        return new MultipartReader(limits, new Spool(folder.resolve("spool"))).read("BOUNDARY", body, SHAPE);
    }

    private long spooled() throws IOException {
        Path spool = folder.resolve("spool");
        if (!Files.exists(spool)) {
            return 0;
        }
        try (var files = Files.list(spool)) {
            return files.count();
        }
    }

    private static String text(String name, String value) {
        return "--BOUNDARY\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String file(String name, String content) {
        return "--BOUNDARY\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"client.wav\"\r\n"
                + "Content-Type: audio/wav\r\n\r\n" + content + "\r\n";
    }

    private static String end() {
        return "--BOUNDARY--\r\n";
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** A body that arrives a few bytes at a time. */
    static final class Steps extends ByteArrayInputStream {

        private final int step;

        Steps(byte[] bytes, int step) {
            super(bytes);
            this.step = step;
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(step, length));
        }
    }
}
