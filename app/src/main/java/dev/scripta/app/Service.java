package dev.scripta.app;

import dev.scripta.adapters.http.Caller;
import dev.scripta.adapters.http.HttpSettings;
import dev.scripta.adapters.http.ScriptaServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Scripta as a service: the data directory taken, the database running, the API served. */
final class Service implements AutoCloseable {

    private final String host;
    private final ScriptaServer server;
    private final Resources resources;

    private Service(String host, ScriptaServer server, Resources resources) {
        this.host = host;
        this.server = server;
        this.resources = resources;
    }

    /** Starts everything, or nothing. */
    static Service start(Settings settings, Clock clock) throws IOException {
        Resources resources = new Resources();
        try {
            DataDirectory data = resources.add(DataDirectory.take(settings.dataDirectory())
                    .orElseThrow(() -> new StartupException("The data directory " + settings.dataDirectory()
                            + " is in use by another Scripta: stop that one, or set SCRIPTA_DATA_DIR.")));
            data.clear("audio/work");
            String url = Store.url(settings, Optional.of(data), resources);
            Application application = resources.add(Application.open(settings, url, clock));
            ScriptaServer server = resources.add(serve(settings, data, application, clock));
            return new Service(settings.host(), server, resources);
        } catch (IOException | RuntimeException e) {
            resources.close();
            throw e;
        }
    }

    private static ScriptaServer serve(Settings settings, DataDirectory data, Application application, Clock clock)
            throws IOException {
        Path spool = data.folder("spool");
        HttpSettings http = StartupException.unlessRefused("The SERVER_ or SCRIPTA_UPLOAD_ settings",
                () -> new HttpSettings(settings.host(), settings.port(), spool, settings.maxUpload(),
                        settings.maxField(), settings.readTimeout(), settings.maxConnections(), settings.grace()));
        try {
            return ScriptaServer.start(http, application.useCases(), request -> Caller.LOCAL, application::health,
                    clock);
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

    /** Lets running requests finish, then stops everything. */
    @Override
    public void close() {
        resources.close();
    }
}
