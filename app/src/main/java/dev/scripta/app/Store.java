package dev.scripta.app;

import java.io.IOException;
import java.util.Optional;

/** Which database to use, by the settings. */
final class Store {

    private Store() {}

    /**
     * The URL of the database.
     *
     * @param data the data directory, if this process holds it; without, an embedded database is another process'
     * @param resources gets the embedded database, if one is started
     */
    static String url(Settings settings, Optional<DataDirectory> data, Resources resources) throws IOException {
        if (settings.databaseUrl().isPresent()) {
            return settings.databaseUrl().get();
        }
        if (data.isPresent()) {
            return resources.add(EmbeddedDatabase.start(data.get())).url();
        }
        return EmbeddedDatabase.urlOfRunning(settings.dataDirectory())
                .orElseThrow(() -> new StartupException("The data directory " + settings.dataDirectory()
                        + " is in use by another Scripta whose database does not run yet; try again."));
    }
}
