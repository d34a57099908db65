package dev.scripta.app;

import dev.scripta.adapters.postgres.PostgresDatabase;
import dev.scripta.adapters.postgres.PostgresSettings;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/** Takes over what the system before Scripta has in the configured database, beside a running service or without one. */
final class DatabaseAdoption {

    private final Settings settings;
    private final Clock clock;

    DatabaseAdoption(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Tells what was taken over, as JSON. */
    String adopt() throws IOException {
        try (Resources resources = new Resources()) {
            Store store = resources.add(Store.of(settings, dataDirectory(resources)));
            store.start();
            PostgresSettings postgres = StartupException.unlessRefused("SCRIPTA_DATABASE_URL",
                    () -> PostgresSettings.parse(store.url()).withPoolSize(1));
            PostgresDatabase database = resources.add(new PostgresDatabase(postgres, new SecureRandom()));
            return database.adopt(clock).json().toJson();
        }
    }

    /** Only the embedded database is in there. */
    private Optional<DataDirectory> dataDirectory(Resources resources) throws IOException {
        return settings.database().url().isPresent()
                ? Optional.empty()
                : DataDirectory.takeOrJoin(settings.dataDirectory(), resources);
    }
}
