package dev.scripta.adapters.speech.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.RecordingRefusedException;
import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.error.TranscriptionFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An ffmpeg program that does what its script says. */
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
final class FfmpegDecoderTest {

    @TempDir
    private Path folder;

    @Test
    void output_of_the_program_is_the_audio() throws Exception {
        try (Pcm pcm = decode("printf 0123456789")) {
            assertEquals(5, pcm.samples());
        }
    }

    @Test
    void every_safety_option_is_given() throws Exception {
        try (Pcm pcm = decode("printf '%s ' \"$@\"")) {
            String options = new String(pcm.read(0, 9_999), java.nio.charset.StandardCharsets.UTF_8);
            assertTrue(options.startsWith(
                    "-nostdin -hide_banner -loglevel error -protocol_whitelist file -f matroska -i file:/"),
                    options);
            assertTrue(options.strip()
                    .replace(".0", "")
                    .endsWith("-map 0:a:0 -vn -sn -dn -map_metadata -1 -ac 1 -ar 16000 "
                            + "-t 3000000us -threads 1 -f s16le pipe:1"), options);
        }
    }

    @ParameterizedTest
    @CsvSource({"exit 0,EMPTY", "exit 1,UNREADABLE", "exit 183,UNREADABLE", "printf 00; exit 1,UNREADABLE",
            "echo 'Stream map 0:a:0 matches no streams.' >&2; exit 1,EMPTY"})
    void what_the_program_finds_wrong_is_refused(String script, Reason reason) {
        assertEquals(reason, assertThrows(RecordingRefusedException.class, () -> decode(script)).reason());
    }

    @ParameterizedTest
    @CsvSource({"kill -SEGV $$", "kill -KILL $$", "exit 127", "exit 126"})
    void crash_of_the_program_is_not_the_recordings_fault(String script) {
        TranscriptionFailedException failed = assertThrows(TranscriptionFailedException.class, () -> decode(script));
        assertTrue(failed.getMessage().contains("Install ffmpeg"), failed.getMessage());
    }

    @Test
    void too_long_is_refused_and_endless_output_ends() {
        for (String script : List.of("/usr/bin/head -c 65000 /dev/zero", "exec /bin/cat /dev/zero")) {
            assertEquals(Reason.TOO_LONG, assertThrows(RecordingRefusedException.class, () -> decode(script)).reason());
        }
    }

    @Test
    void program_that_hangs_is_ended() {
        assertThrows(TranscriptionFailedException.class, () -> decode("exec /bin/sleep 600", Duration.ofSeconds(2)));
    }

    @Test
    void search_path_is_searched() throws IOException {
        Path program = program("exit 0");
        String path = ":/no/such:relative:" + folder.resolve("bin") + ":/usr/bin";
        assertEquals(Optional.of(program), AudioDecoderSettings.ffmpegOn(path));
        assertEquals(Optional.empty(), AudioDecoderSettings.ffmpegOn("/no/such"));
    }

    /** Within a time that no script takes which ends by itself, however busy the machine is. */
    private Pcm decode(String script) throws IOException, InterruptedException {
        return decode(script, Duration.ofMinutes(1));
    }

    private Pcm decode(String script, Duration timeLimit) throws IOException, InterruptedException {
        AudioDecoderSettings settings = new AudioDecoderSettings(Optional.of(program(script)), folder.resolve("work"),
                folder.resolve("cache"), Duration.ofSeconds(2), timeLimit, 1);
        return new AudioDecoder(settings).decode(Audio.inMemory(Audio.bytes("hybrid-opus.webm")));
    }

    private Path program(String script) throws IOException {
        Path program = Files.createDirectories(folder.resolve("bin")).resolve("ffmpeg");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        assertTrue(program.toFile().setExecutable(true));
        return program;
    }
}
