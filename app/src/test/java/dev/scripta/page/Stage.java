package dev.scripta.page;

import dev.scripta.app.OwnDatabase;
import dev.scripta.app.PlayedScripta;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** What takes long to start, once for all tests of the page: a database, two services on it, and a browser. */
final class Stage implements AutoCloseable {

    static final Map<String, String> USUAL = Map.of("scripta.audio.retention", "P1D",
            "scripta.journal.lease", "PT2S");

    private final Opened open = new Opened();
    private final OwnDatabase database;
    private final PlayedScripta scripta;
    private final PlayedScripta guarded;
    private final Chromium chromium;

    /** Starts all. */
    Stage(Path executable) throws IOException {
        Path folder = Files.createTempDirectory("scripta-page");
        open.add(() -> delete(folder));
        try {
            this.database = open.add(new OwnDatabase(folder.resolve("own")));
            database.start();
            this.scripta = open.add(new PlayedScripta(folder.resolve("data"), database.url(), USUAL));
            this.guarded = open.add(new PlayedScripta(folder.resolve("guarded"), database.url(),
                    Map.of("scripta.auth.enabled", "true", "scripta.audio.retention", "P1D")));
            this.chromium = open.add(new Chromium(executable, Sample.tensOfSeconds(1, folder.resolve(
                    "microphone.wav"))));
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    OwnDatabase database() {
        return database;
    }

    /** A service for one person, without sign-in. */
    PlayedScripta scripta() {
        return scripta;
    }

    /** A service on the same database where people sign in. */
    PlayedScripta guarded() {
        return guarded;
    }

    Chromium chromium() {
        return chromium;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Ends all, the last one first. */
    @Override
    public void close() {
        open.close();
    }
}
