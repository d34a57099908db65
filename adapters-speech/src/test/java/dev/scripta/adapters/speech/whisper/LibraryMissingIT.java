package dev.scripta.adapters.speech.whisper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** In a process of its own: a library is loaded once. */
@Timeout(60)
final class LibraryMissingIT {

    @TempDir
    private Path folder;

    @Test
    void library_that_cannot_be_linked_is_told_with_what_it_needs() throws Exception {
        Path broken = Files.createDirectory(folder.resolve("lib"));
        Files.write(broken.resolve("libwhisper-jni.so"), new byte[100]);
        assertTrue(open("-Dio.github.givimad.whisperjni.libdir=" + broken)
                .startsWith(
                        "IllegalStateException: whisper.cpp cannot be loaded: on Linux it needs glibc 2.29, libgomp"));
    }

    @Test
    void folder_for_temporary_files_that_is_missing_is_told() throws Exception {
        Path none = folder.resolve("none");
        String told = open("-Djava.io.tmpdir=" + none);
        assertEquals("IllegalStateException: whisper.cpp cannot be loaded: its library could not be unpacked to " + none
                + "; make room there or set java.io.tmpdir", told);
    }

    private String open(String property) throws Exception {
        Path model = ModelBytes.file(folder.resolve("ggml-talking.en.bin"), ModelBytes.ENGLISH);
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                property,
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), Opening.class
                        .getName(),
                model.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        return told;
    }

    /** Tells how opening the model fails. */
    static final class Opening {

        private Opening() {}

        public static void main(String[] arguments) {
            try {
                WhisperRecogniser.open(WhisperSettings.forCores(Path.of(arguments[0]), 1));
            } catch (IllegalArgumentException | IllegalStateException e) {
                System.out.print(e.getClass().getSimpleName() + ": " + e.getMessage());
            }
        }
    }
}
