package dev.scripta.app;

import dev.scripta.adapters.http.Health;
import dev.scripta.adapters.http.UseCases;
import dev.scripta.adapters.postgres.PostgresDatabase;
import dev.scripta.adapters.postgres.PostgresSettings;
import dev.scripta.adapters.speech.audio.AudioDecoder;
import dev.scripta.adapters.speech.audio.AudioDecoderSettings;
import dev.scripta.adapters.speech.opennlp.OpenNlpConversationAnalyzer;
import dev.scripta.adapters.speech.sphinx.SphinxSettings;
import dev.scripta.adapters.speech.sphinx.SphinxSpeechToText;
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
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The use cases over the real adapters: the one place where everything is put together. */
final class Application implements AutoCloseable {

    private static final Duration HEALTH_PATIENCE = Duration.ofSeconds(2);

    private static final int BACKLOG = 1000;

    private final PostgresDatabase database;
    private final SphinxSpeechToText speech;
    private final UseCases useCases;

    /** Puts everything together; neither the database nor the recogniser is touched yet. */
    Application(Settings settings, String databaseUrl, Clock clock) {
        PostgresSettings postgres = StartupException.unlessRefused("SCRIPTA_DATABASE_URL or SCRIPTA_DATABASE_POOL",
                () -> PostgresSettings.parse(databaseUrl).withPoolSize(settings.poolSize()));
        AudioDecoderSettings decoding = StartupException.unlessRefused("SCRIPTA_SPEECH_LIMIT",
                () -> decoding(settings));
        SphinxSettings sphinx = StartupException.unlessRefused("SCRIPTA_SPEECH_WORKERS or SCRIPTA_SPEECH_TIMEOUT",
                () -> new SphinxSettings(settings.speechWorkers(), settings.speechTimeout()));
        SecureRandom random = new SecureRandom();
        this.database = new PostgresDatabase(postgres, random);
        this.speech = new SphinxSpeechToText(new AudioDecoder(decoding), sphinx);
        ConversationRepository conversations = new SaveLog(database.repository());
        RecordingJournal journal = new InMemoryRecordingJournal(clock);
        Stores stores = new Stores(conversations, journal, new InMemorySaveBacklog(BACKLOG));
        Claims claims = new Claims(journal, WorkRules.DEFAULT, new SystemTicker());
        OrderClock orders = new OrderClock(clock);
        this.useCases = new UseCases(
                new ProcessRecording(speech, new OpenNlpConversationAnalyzer(), stores, claims, orders, random),
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

    /** Lets the recogniser load its models in the background; recordings that come meanwhile wait for it. */
    void warmUp() {
        speech.warmUp();
    }

    private static AudioDecoderSettings decoding(Settings settings) {
        return AudioDecoderSettings.in(settings.dataDirectory().resolve("audio"))
                .withFfmpeg(settings.ffmpeg().or(Application::installedFfmpeg))
                .withMaxDuration(settings.maxDuration());
    }

    private static Optional<Path> installedFfmpeg() {
        return Optional.ofNullable(System.getenv("PATH")).flatMap(AudioDecoderSettings::ffmpegOn);
    }

    UseCases useCases() {
        return useCases;
    }

    Health health() {
        return new Health(database.isReachable(HEALTH_PATIENCE), speech.status().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() {
        speech.close();
        database.close();
    }
}
