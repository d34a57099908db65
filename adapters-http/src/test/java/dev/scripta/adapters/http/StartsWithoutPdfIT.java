package dev.scripta.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library for documents costs nothing before the first document. */
class StartsWithoutPdfIT {

    /** What another process does: it starts the API, keeps a conversation, and hands it out as text. */
    static final class Served {

        private Served() {}

        public static void main(String[] folder) throws IOException, InterruptedException {
            try (RunningApi api = new RunningApi(Path.of(folder[0]))) {
                api.save("s1", "hello", "{}");
                api.get("/api/user/conversations/1.txt");
            }
        }
    }

    @TempDir
    Path folder;

    @Test
    void nothing_of_it_is_loaded_by_a_start_or_by_an_export_as_text() throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load", "-cp", System.getProperty("java.class.path"), Served.class.getName(),
                folder.toString()).redirectErrorStream(true).start();
        List<String> loaded = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                .toList();
        assertEquals(0, process.waitFor(), () -> String.join("\n", loaded));
        assertTrue(loaded.stream().anyMatch(line -> line.contains("dev.scripta.adapters.http.export.PlainText")));
        assertEquals(List.of(), loaded.stream()
                .filter(line -> line.contains("org.openpdf") || line.contains("export.PdfDocument"))
                .toList());
    }
}
