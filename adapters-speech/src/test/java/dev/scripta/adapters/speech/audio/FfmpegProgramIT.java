package dev.scripta.adapters.speech.audio;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;

/** The ffmpeg of this machine, where there is one. */
final class FfmpegProgramIT extends FfmpegRules {

    private static final Optional<Path> INSTALLED = AudioDecoderSettings.ffmpegOn(System.getenv("PATH"));

    @BeforeAll
    static void on_a_machine_with_ffmpeg() {
        assumeTrue(INSTALLED.isPresent(), "ffmpeg is not installed");
    }

    @Override
    AudioDecoderSettings settings(Path folder) {
        return AudioDecoderSettings.in(folder).withFfmpeg(INSTALLED);
    }
}
