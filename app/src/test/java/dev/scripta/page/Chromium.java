package dev.scripta.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The installed Chromium, driven by Playwright, with a microphone that hears a file. */
final class Chromium implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    /** How long a busy machine may take for what takes a moment on a quiet one. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Playwright playwright;
    private final Browser browser;

    /** Starts it. Whoever asks for the microphone hears the recording from its beginning, again and again. */
    Chromium(Path executable, Path recording) {
        PlaywrightAssertions.setDefaultAssertionTimeout((double) PATIENCE.toMillis());
        this.playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Tools.NO_DOWNLOAD));
        this.browser = playwright.chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                                "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream",
                                "--use-file-for-fake-audio-capture=" + recording.toAbsolutePath(),
                                "--autoplay-policy=no-user-gesture-required")));
    }

    /** Where it is, if it is on the PATH. */
    static Optional<Path> installed() {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
