package dev.scripta.app;

import io.helidon.config.Config;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The configuration, read once: system properties, then the environment, then {@code application.yaml}. Each key is
 * described there.
 *
 * @param server {@code server}
 * @param dataDirectory {@code scripta.data.dir}
 * @param database {@code scripta.database}
 * @param upload {@code scripta.upload}
 * @param journal {@code scripta.journal}
 * @param backlog {@code scripta.backlog}
 * @param auth {@code scripta.auth}
 * @param browsers {@code scripta.origins} and {@code scripta.pages}
 * @param speech {@code scripta.speech}
 * @param analysis {@code scripta.analysis}
 */
record Settings(Server server, Path dataDirectory, Database database, Upload upload, Journal journal, Backlog backlog,
        AuthSettings auth, BrowserSettings browsers, SpeechSettings speech, AnalysisSettings analysis) {

    static Settings from(Config config) {
        Keys keys = new Keys(config);
        return new Settings(Server.from(keys), Path.of(keys.text("scripta.data.dir")).toAbsolutePath().normalize(),
                Database.from(keys), Upload.from(keys), Journal.from(keys), Backlog.from(keys), AuthSettings.from(keys),
                BrowserSettings.from(keys),
                SpeechSettings.from(keys), AnalysisSettings.from(keys));
    }

    /**
     * Where to listen.
     *
     * @param host {@code host}
     * @param port {@code port}
     * @param connections {@code connections}
     * @param grace {@code grace}
     * @param adminHost {@code admin.host}
     * @param adminPort {@code admin.port}
     */
    record Server(String host, int port, int connections, Duration grace, String adminHost, int adminPort) {

        private static Server from(Keys keys) {
            return new Server(keys.text("server.host"), keys.number("server.port"), keys.number("server.connections"),
                    keys.time("server.grace"), keys.text("server.admin.host"), keys.number("server.admin.port"));
        }
    }

    /**
     * The database.
     *
     * @param url {@code url}; empty for the embedded one
     * @param pool {@code pool}
     */
    record Database(Optional<String> url, int pool) {

        /** Prints no password, which the URL may hold. */
        @Override
        public String toString() {
            return "Database[pool=" + pool + "]";
        }

        private static Database from(Keys keys) {
            return new Database(keys.optional("scripta.database.url"), keys.number("scripta.database.pool"));
        }
    }

    /**
     * What clients send.
     *
     * @param limit {@code limit}, bytes
     * @param field {@code field}, bytes
     * @param patience {@code patience}: how long a client may send nothing
     * @param followers {@code wait}: how long a request waits for another's work on the same recording
     * @param retention {@code scripta.audio.retention}
     */
    record Upload(long limit, int field, Duration patience, Duration followers, Duration retention) {

        private static Upload from(Keys keys) {
            return new Upload(keys.bytes("scripta.upload.limit"), keys.number("scripta.upload.field"),
                    keys.time("scripta.upload.patience"), keys.time("scripta.upload.wait", Duration.ZERO),
                    keys.time("scripta.audio.retention", Duration.ZERO));
        }
    }

    /**
     * What is known of each recording in work.
     *
     * @param lease {@code lease}
     * @param retention {@code retention}
     */
    record Journal(Duration lease, Duration retention) {

        private static final Duration LEAST = Duration.ofSeconds(1);

        private static Journal from(Keys keys) {
            return new Journal(keys.time("scripta.journal.lease", LEAST),
                    keys.time("scripta.journal.retention", LEAST));
        }
    }

    /**
     * The bounds of what waits for the database.
     *
     * @param entries {@code entries}
     * @param bytes {@code bytes}
     */
    record Backlog(int entries, long bytes) {

        private static Backlog from(Keys keys) {
            return new Backlog(keys.count("scripta.backlog.entries"), keys.bytes("scripta.backlog.bytes", 1));
        }
    }
}
