package dev.scripta.app;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What the program cannot start with it names, in a sentence. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
final class RefusedStartIT {

    @TempDir
    private Path folder;

    @Test
    void a_second_one_on_the_same_data_is_told_so() throws Exception {
        try (RunningScripta scripta = RunningScripta.brief(folder, Map.of())) {
            assertRefused(Map.of("SCRIPTA_DATA_DIR", scripta.data().toString()), "is in use by another Scripta");
        }
    }

    @Test
    void a_port_in_use_is_told() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(Map.of("SERVER_PORT", Integer.toString(taken.getLocalPort())),
                    "set SERVER_PORT to a free port");
        }
    }

    @Test
    void an_admin_port_in_use_is_told() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(Map.of("SERVER_ADMIN_PORT", Integer.toString(taken.getLocalPort())),
                    "set SERVER_ADMIN_PORT to a free port");
        }
    }

    @Test
    void wrong_settings_are_named() throws Exception {
        assertAll(() -> assertRefused(Map.of("SERVER_PORT", "eighty"), "SERVER_PORT (server.port)"),
                () -> assertRefused(Map.of("SERVER_PORT", "80000"), "port must be 0 to 65535"),
                () -> assertRefused(Map.of("SERVER_HOST", "nowhere.invalid"), "SERVER_HOST"),
                () -> assertRefused(Map.of("SERVER_GRACE", "soon"), "SERVER_GRACE (server.grace)"),
                () -> assertRefused(Map.of("SCRIPTA_DATABASE_URL", "mysql://me:secret@host/x"), "SCRIPTA_DATABASE_URL"),
                () -> assertRefused(Map.of("SERVER_ADMIN_PORT", "-1"), "SERVER_ADMIN_PORT"),
                () -> assertRefused(Map.of("SERVER_ADMIN_HOST", "nowhere.invalid"), "SERVER_ADMIN_HOST"),
                () -> assertRefused(Map.of("SCRIPTA_UPLOAD_WAIT", "-PT1S"), "SCRIPTA_UPLOAD_WAIT"),
                () -> assertRefused(Map.of("SCRIPTA_JOURNAL_LEASE", "PT0S"), "SCRIPTA_JOURNAL_LEASE"),
                () -> assertRefused(Map.of("SCRIPTA_JOURNAL_RETENTION", "never"), "SCRIPTA_JOURNAL_RETENTION"),
                () -> assertRefused(Map.of("SCRIPTA_AUDIO_RETENTION", "P9999999D"), "SCRIPTA_AUDIO_RETENTION"),
                () -> assertRefused(Map.of("SCRIPTA_BACKLOG_ENTRIES", "0"), "SCRIPTA_BACKLOG_ENTRIES"),
                () -> assertRefused(Map.of("SCRIPTA_BACKLOG_BYTES", "0"), "SCRIPTA_BACKLOG_BYTES"),
                () -> assertRefused(Map.of("SCRIPTA_DATA_DIR", "/proc/none"), "SCRIPTA_DATA_DIR"));
    }

    @Test
    void wrong_settings_of_engines_are_named() throws Exception {
        String openai = "openai";
        assertAll(() -> assertRefused(Map.of("SCRIPTA_SPEECH_ENGINE", "siri"), "SCRIPTA_SPEECH_ENGINE"),
                () -> assertRefused(Map.of("SCRIPTA_SPEECH_ENGINE", openai), "SCRIPTA_SPEECH_OPENAI_KEY"),
                () -> assertRefused(Map.of("SCRIPTA_SPEECH_ENGINE", openai, "SCRIPTA_SPEECH_OPENAI_URL", "ftp://x"),
                        "SCRIPTA_SPEECH_OPENAI_URL"),
                () -> assertRefused(Map.of("SCRIPTA_SPEECH_ENGINE", openai, "SCRIPTA_SPEECH_OPENAI_URL",
                        "http://me:secret@x"), "SCRIPTA_SPEECH_OPENAI_URL"),
                () -> assertRefused(Map.of("SCRIPTA_SPEECH_ENGINE", openai, "SCRIPTA_SPEECH_OPENAI_KEY",
                        "secret secret"), "SCRIPTA_SPEECH_OPENAI_KEY"),
                () -> assertRefused(Map.of("SCRIPTA_SPEECH_ENGINE", openai, "SCRIPTA_SPEECH_OPENAI_KEY", "k",
                        "SCRIPTA_SPEECH_OPENAI_FORMATS", "midi"), "SCRIPTA_SPEECH_OPENAI_FORMATS"),
                () -> assertRefused(Map.of("SCRIPTA_SPEECH_ENGINE", openai, "SCRIPTA_SPEECH_OPENAI_KEY", "k",
                        "SCRIPTA_SPEECH_OPENAI_BYTES", "1000"), "SCRIPTA_SPEECH_OPENAI_BYTES"),
                () -> assertRefused(Map.of("SCRIPTA_SPEECH_ENGINE", "whisper"), "SCRIPTA_SPEECH_WHISPER_MODEL"),
                () -> assertRefused(Map.of("SCRIPTA_SPEECH_ENGINE", "whisper", "SCRIPTA_SPEECH_WHISPER_MODEL",
                        RunningScripta.PROJECT.resolve("README.md").toString()), "SCRIPTA_SPEECH_WHISPER_MODEL"),
                () -> assertRefused(Map.of("SCRIPTA_ANALYSIS_ENGINE", openai, "SCRIPTA_ANALYSIS_OPENAI_KEY", "k"),
                        "SCRIPTA_ANALYSIS_OPENAI_MODEL"),
                () -> assertRefused(Map.of("SCRIPTA_ANALYSIS_ENGINE", openai, "SCRIPTA_ANALYSIS_OPENAI_KEY", "k",
                        "SCRIPTA_ANALYSIS_OPENAI_MODEL", "m".repeat(100)), "SCRIPTA_ANALYSIS_OPENAI_MODEL"),
                () -> assertRefused(Map.of("SCRIPTA_ANALYSIS_ENGINE", openai, "SCRIPTA_ANALYSIS_OPENAI_KEY", "k",
                        "SCRIPTA_ANALYSIS_OPENAI_MODEL", "m", "SCRIPTA_ANALYSIS_OPENAI_CHARACTERS", "999"),
                        "SCRIPTA_ANALYSIS_OPENAI_CHARACTERS"),
                () -> assertRefused(Map.of("SCRIPTA_ANALYSIS_TEMPLATE", "/none.yaml"), "SCRIPTA_ANALYSIS_TEMPLATE"),
                () -> assertRefused(Map.of("SCRIPTA_ANALYSIS_TEMPLATE", "field-report"), "SCRIPTA_ANALYSIS_ENGINE"));
    }

    /** Ends by itself with a sentence, not with a stack trace, and never tells a password. */
    private void assertRefused(Map<String, String> environment, String sentence)
            throws IOException, InterruptedException {
        SharedBinaries.linkFrom(Files.createDirectories(folder.resolve("refused")).resolve(EmbeddedDatabase.BINARIES));
        ProcessBuilder command = RunningScripta.command(folder.resolve("refused"), folder.resolve("refused-log"));
        command.environment().putAll(RunningScripta.BRIEFLY);
        command.environment().putAll(environment);
        Process process = command.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertAll(() -> assertNotEquals(0, process.waitFor()),
                () -> assertTrue(output.contains(sentence), output),
                () -> assertEquals(1, output.lines().count(), output),
                () -> assertTrue(!output.contains("secret"), output));
    }
}
