package dev.scripta.adapters.speech.audio;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** Makes compressed recordings, in a process of its own: ffmpeg's libraries stay out of this one. */
public final class Encoder {

    private Encoder() {}

    /**
     * Encodes a 16 kHz mono WAV file and writes the outcome so many times over.
     *
     * @param codec ffmpeg's name of the encoder
     * @param container ffmpeg's name of the container
     * @return how long one repetition plays: a whole number of frames
     */
    public static Duration encode(String codec, String container, Path wav, Path output, int times)
            throws IOException, InterruptedException {
        Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m", "--enable-native-access=ALL-UNNAMED",
                "-Dorg.bytedeco.javacpp.cachedir=" + new File("target", "encoder").getAbsolutePath(), "-cp",
                System.getProperty("java.class.path"), EncoderMain.class.getName(), codec, container, wav.toString(),
                output.toString(), String.valueOf(times)).redirectError(Redirect.INHERIT).start();
        try {
            String millis = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (child.waitFor() != 0) {
                throw new IOException("the encoder failed");
            }
            return Duration.ofMillis(Long.parseLong(millis));
        } finally {
            child.destroyForcibly();
        }
    }
}
