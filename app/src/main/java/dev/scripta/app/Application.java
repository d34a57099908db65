package dev.scripta.app;

import dev.scripta.adapters.http.Health;
import dev.scripta.adapters.http.UseCases;
import dev.scripta.adapters.postgres.PostgresDatabase;
import dev.scripta.adapters.postgres.PostgresSettings;
import dev.scripta.app.metrics.BacklogGauges;
import dev.scripta.app.metrics.MeasuredConversationAnalyzer;
import dev.scripta.app.metrics.MeasuredConversationRepository;
import dev.scripta.app.metrics.MeasuredRecordingJournal;
import dev.scripta.app.metrics.MeasuredSaveBacklog;
import dev.scripta.app.metrics.MeasuredSpeechToText;
import dev.scripta.app.metrics.Meters;
import dev.scripta.core.port.ConversationAnalyzer;
import dev.scripta.core.port.SaveBacklog;
import dev.scripta.core.port.SpeechToText;
import dev.scripta.core.usecase.Accounts;
import dev.scripta.core.usecase.BrowseConversations;
import dev.scripta.core.usecase.Claims;
import dev.scripta.core.usecase.DiscardRecording;
import dev.scripta.core.usecase.FollowRecordings;
import dev.scripta.core.usecase.OrderClock;
import dev.scripta.core.usecase.PreviewRecording;
import dev.scripta.core.usecase.ProcessRecording;
import dev.scripta.core.usecase.SaveAnalysis;
import dev.scripta.core.usecase.Stores;
import dev.scripta.core.usecase.SystemTicker;
import dev.scripta.core.usecase.Ticker;
import dev.scripta.core.usecase.WorkBoard;
import dev.scripta.core.usecase.WorkRules;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** The use cases over the real adapters: the one place where everything is put together. */
final class Application implements AutoCloseable {

    private static final Duration HEALTH_PATIENCE = Duration.ofSeconds(2);

    private final Meters meters = new Meters();
    private final PostgresDatabase database;
    private final Engines engines;
    private final Schema schema;
    private final Stores stores;
    private final UseCases useCases;
    private final Accounts accounts;
    private final Upkeep upkeep;

    /** Puts everything together; neither the database nor the engines are touched yet. */
    Application(Settings settings, String databaseUrl, SaveBacklog backlog, Engines engines, Clock clock) {
        PostgresSettings postgres = StartupException.unlessRefused("SCRIPTA_DATABASE_URL or SCRIPTA_DATABASE_POOL",
                () -> PostgresSettings.parse(databaseUrl).withPoolSize(settings.database().pool()));
        SecureRandom random = new SecureRandom();
        Ticker ticker = new SystemTicker();
        this.database = new PostgresDatabase(postgres, random);
        this.engines = engines;
        this.schema = new Schema(database::migrate, random);
        this.stores = new Stores(new SaveLog(new MeasuredConversationRepository(database.repository(), meters)),
                new MeasuredRecordingJournal(database.journal(), meters),
                new MeasuredSaveBacklog(backlog, meters));
        WorkRules rules = WorkRules.DEFAULT.withPatience(settings.upload().followers())
                .withLease(settings.journal().lease());
        Claims claims = new Claims(stores.journal(), rules, ticker);
        WorkBoard board = new WorkBoard();
        OrderClock orders = new OrderClock(clock);
        SpeechToText speechToText = new MeasuredSpeechToText(engines.speechToText(), meters, ticker);
        ConversationAnalyzer analyzer = new MeasuredConversationAnalyzer(engines.analyzer(), meters, ticker);
        this.useCases = new UseCases(
                new ProcessRecording(speechToText, analyzer, stores, claims, orders, random, board),
                new PreviewRecording(speechToText, analyzer), new SaveAnalysis(stores, orders), new BrowseConversations(
                        stores),
                new FollowRecordings(stores, board), new DiscardRecording(stores));
        this.accounts = new Accounts(database.accounts(), clock);
        this.upkeep = new Upkeep(stores, claims, rules, meters, ticker, random);
        BacklogGauges.show(backlog, clock, meters);
        meters.gauge("scripta_recordings_in_work", "Different recordings worked on or waited for.",
                useCases.processRecording()::inWork);
        meters.gauge("scripta_claims_held", "Recordings this process works on under a claim.", claims::count);
    }

    /** Lets the engines get ready in the background; recordings that come meanwhile wait for them. */
    void warmUp() {
        engines.warmUp();
    }

    UseCases useCases() {
        return useCases;
    }

    Accounts accounts() {
        return accounts;
    }

    Schema schema() {
        return schema;
    }

    Meters meters() {
        return meters;
    }

    Health health() {
        return new Health(isStoreReachable(), engines.status());
    }

    /** Makes conversations findable that are not yet; tells how many. */
    int completeSearch() {
        return database.completeSearch();
    }

    /** Whether the store answers, asked now and with a time limit. */
    boolean isStoreReachable() {
        return database.isReachable(HEALTH_PATIENCE);
    }

    boolean isSpeechReady() {
        // An engine that rests does so for every instance: uploads are still kept, and told when to come again.
        return Set.of("ready", "resting").contains(engines.status());
    }

    SaveBacklog backlog() {
        return stores.backlog();
    }

    Upkeep upkeep() {
        return upkeep;
    }

    @Override
    public void close() {
        engines.close();
        database.close();
    }
}
