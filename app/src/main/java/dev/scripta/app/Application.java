package dev.scripta.app;

import dev.scripta.adapters.http.Health;
import dev.scripta.adapters.http.UseCases;
import dev.scripta.adapters.postgres.PostgresDatabase;
import dev.scripta.adapters.postgres.PostgresSettings;
import dev.scripta.core.memory.InMemoryRecordingJournal;
import dev.scripta.core.memory.InMemorySaveBacklog;
import dev.scripta.core.port.ConversationRepository;
import dev.scripta.core.port.RecordingJournal;
import dev.scripta.core.usecase.BrowseConversations;
import dev.scripta.core.usecase.Claims;
import dev.scripta.core.usecase.OrderClock;
import dev.scripta.core.usecase.ProcessRecording;
import dev.scripta.core.usecase.SaveAnalysis;
import dev.scripta.core.usecase.Stores;
import dev.scripta.core.usecase.SystemTicker;
import dev.scripta.core.usecase.WorkRules;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;

/** The use cases over the real adapters: the one place where everything is put together. */
final class Application implements AutoCloseable {

    private static final Duration HEALTH_PATIENCE = Duration.ofSeconds(2);
    private static final int BACKLOG = 1000;

    private final PostgresDatabase database;
    private final Engines engines;
    private final UseCases useCases;

    /** Puts everything together; neither the database nor the engines are touched yet. */
    Application(Settings settings, String databaseUrl, Engines engines, Clock clock) {
        PostgresSettings postgres = StartupException.unlessRefused("SCRIPTA_DATABASE_URL or SCRIPTA_DATABASE_POOL",
                () -> PostgresSettings.parse(databaseUrl).withPoolSize(settings.poolSize()));
        SecureRandom random = new SecureRandom();
        this.database = new PostgresDatabase(postgres, random);
        this.engines = engines;
        ConversationRepository conversations = new SaveLog(database.repository());
        RecordingJournal journal = new InMemoryRecordingJournal(clock);
        Stores stores = new Stores(conversations, journal, new InMemorySaveBacklog(BACKLOG));
        Claims claims = new Claims(journal, WorkRules.DEFAULT, new SystemTicker());
        OrderClock orders = new OrderClock(clock);
        this.useCases = new UseCases(
                new ProcessRecording(engines.speechToText(), engines.analyzer(), stores, claims, orders, random),
                new SaveAnalysis(stores, orders), new BrowseConversations(stores));
    }

    /**
     * Brings the database's schema up to date.
     *
     * @throws dev.scripta.core.error.StorageFailedException when the database is away or refuses
     */
    void migrate() {
        database.migrate();
    }

    /** Lets the engines get ready in the background; recordings that come meanwhile wait for them. */
    void warmUp() {
        engines.warmUp();
    }

    UseCases useCases() {
        return useCases;
    }

    Health health() {
        return new Health(database.isReachable(HEALTH_PATIENCE), engines.status());
    }

    @Override
    public void close() {
        engines.close();
        database.close();
    }
}
