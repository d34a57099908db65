package dev.scripta.app;

import dev.scripta.adapters.http.Callers;
import dev.scripta.adapters.http.HttpSettings;
import dev.scripta.adapters.http.ScriptaServer;
import dev.scripta.core.error.StorageFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Scripta as a service: the data directory taken, the database running, the API served. */
final class Service {

    private final String host;
    private final ScriptaServer server;

    private Service(String host, ScriptaServer server) {
        this.host = host;
        this.server = server;
    }

    /**
     * Starts everything. The database starts while the server is being built.
     *
     * @param engines closed in the end, with everything else
     * @param resources gets all that has to be closed in the end, also when this fails half-way
     */
    static Service start(Settings settings, Engines engines, Clock clock, Resources resources) throws IOException {
        DataDirectory data = resources.add(DataDirectory.take(settings.dataDirectory())
                .orElseThrow(() -> new StartupException("The data directory " + settings.dataDirectory()
                        + " is in use by another Scripta: stop that one, or set SCRIPTA_DATA_DIR.")));
        data.folder("audio");
        data.clear("audio/work");
        Store store = resources.add(Store.of(settings, Optional.of(data)));
        CompletableFuture<Void> database = CompletableFuture.runAsync(store::start);
        // What is still starting cannot be stopped yet.
        resources.add(() -> database.handle((done, failure) -> true).join());
        Application application = resources.add(new Application(settings, store.url(), engines, clock));
        ScriptaServer server = resources.add(server(settings, data, application, clock));
        join(database);
        migrate(application);
        listen(server, settings);
        application.warmUp();
        return new Service(settings.host(), server);
    }

    private static ScriptaServer server(Settings settings, DataDirectory data, Application application, Clock clock)
            throws IOException {
        Path spool = data.folder("spool");
        HttpSettings http = StartupException.unlessRefused("The SERVER_ or SCRIPTA_UPLOAD_ settings",
                () -> new HttpSettings(settings.host(), settings.port(), spool, Duration.ZERO, settings.maxUpload(),
                        settings.maxField(), settings.readTimeout(), settings.maxConnections(), settings.grace()));
        return StartupException.unlessRefused("SERVER_HOST",
                () -> new ScriptaServer(http, application.useCases(), Callers.local(), application::health,
                        processed -> {},
                        clock));
    }

    private static void join(CompletableFuture<Void> database) {
        try {
            database.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StartupException known ? known : e;
        }
    }

    private static void migrate(Application application) {
        try {
            application.migrate();
        } catch (StorageFailedException e) {
            throw new StartupException("The database cannot be used: " + e.detail()
                    + ". Check SCRIPTA_DATABASE_URL and that the database runs.", e);
        }
    }

    private static void listen(ScriptaServer server, Settings settings) {
        try {
            server.start();
        } catch (UncheckedIOException e) {
            throw new StartupException("Cannot listen on " + settings.host() + " port " + settings.port()
                    + ": set SERVER_PORT to a free port.", e);
        }
    }

    /** Where the API is. */
    URI address() {
        String shown = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + shown + ":" + server.port());
    }
}
