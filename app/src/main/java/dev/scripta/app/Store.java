package dev.scripta.app;

import java.io.IOException;
import java.util.Optional;

/** The database that the settings name, and the work of starting it where it is our own. Not thread-safe. */
final class Store implements AutoCloseable {

    private final String url;
    private final Optional<EmbeddedDatabase> embedded;

    private Store(String url, Optional<EmbeddedDatabase> embedded) {
        this.url = url;
        this.embedded = embedded;
    }

    /**
     * The database.
     *
     * @param data the data directory, if this process holds it; without, an embedded database is another process'
     */
    static Store of(Settings settings, Optional<DataDirectory> data) throws IOException {
        if (settings.database().url().isPresent()) {
            return new Store(settings.database().url().get(), Optional.empty());
        }
        if (data.isPresent()) {
            EmbeddedDatabase embedded = new EmbeddedDatabase(data.get());
            return new Store(embedded.url(), Optional.of(embedded));
        }
        return new Store(EmbeddedDatabase.urlOfRunning(settings.dataDirectory())
                .orElseThrow(() -> new StartupException("The data directory " + settings.dataDirectory()
                        + " is in use by another Scripta whose database does not run yet; try again.")),
                Optional.empty());
    }

    /** Known before it runs. */
    String url() {
        return url;
    }

    /** Makes it run, unless that is not up to us. */
    void start() {
        embedded.ifPresent(EmbeddedDatabase::start);
    }

    @Override
    public void close() throws IOException {
        if (embedded.isPresent()) {
            embedded.get().close();
        }
    }
}
