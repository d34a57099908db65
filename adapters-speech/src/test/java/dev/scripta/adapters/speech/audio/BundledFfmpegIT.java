package dev.scripta.adapters.speech.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build that comes along: nothing has to be installed. */
final class BundledFfmpegIT extends FfmpegRules {

    @TempDir
    private static Path cache;

    @BeforeAll
    static void on_a_platform_whose_libraries_come_along() {
        assumeTrue(System.getProperty("os.name").equals("Linux") && System.getProperty("os.arch").equals("amd64"));
    }

    @Override
    AudioDecoderSettings settings(Path folder) {
        AudioDecoderSettings defaults = AudioDecoderSettings.in(folder);
        return new AudioDecoderSettings(Optional.empty(), defaults.workFolder(), cache, defaults.maxDuration(),
                defaults.timeLimit(), defaults.concurrency());
    }

    @Test
    void libraries_are_not_loaded_into_this_process() throws Exception {
        decode("hybrid-opus.webm").close();
        assertEquals(0, java.nio.file.Files.readAllLines(Path.of("/proc/self/maps"))
                .stream()
                .filter(line -> line.contains("libavcodec"))
                .count());
    }
}
