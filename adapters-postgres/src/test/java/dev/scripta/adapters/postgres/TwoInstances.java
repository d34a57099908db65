package dev.scripta.adapters.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.scripta.core.port.AccountRepository;
import dev.scripta.core.port.ConversationRepository;
import dev.scripta.core.port.RecordingJournal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postgresql.ds.PGSimpleDataSource;

/** Two programs' adapters with a pool each on a fresh database, for the time of a test class. */
final class TwoInstances implements BeforeAllCallback, AfterAllCallback {

    private final Opening opening;
    private final Deque<ConversationRepository> repositories = new ArrayDeque<>();
    private final Deque<RecordingJournal> journals = new ArrayDeque<>();
    private final Deque<AccountRepository> accountRepositories = new ArrayDeque<>();
    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();

    private DataSource outside = new PGSimpleDataSource();

    private TwoInstances(Opening opening) {
        this.opening = opening;
    }

    /** As an application opens them, on a database with these defaults. */
    static TwoInstances of(UnaryOperator<PostgresSettings> settings, String... defaults) {
        return new TwoInstances(instances -> {
            PostgresSettings database = settings.apply(TestServer.emptyDatabase(defaults));
            instances.outside = TestServer.plain(database);
            for (int i = 0; i < 2; i++) {
                PostgresDatabase instance = new PostgresDatabase(database, TestServer.RANDOM);
                instance.migrate();
                instances.add(instance.repository(), instance.journal(), instance.accounts(), instance);
            }
        });
    }

    /** On pools that an embedder made in a way of his own. */
    static TwoInstances onForeignPools(Consumer<HikariConfig> ways) {
        return new TwoInstances(instances -> {
            PostgresSettings database = TestServer.migratedDatabase();
            instances.outside = TestServer.plain(database);
            for (int i = 0; i < 2; i++) {
                HikariConfig config = new HikariConfig();
                config.setDataSource(TestServer.plain(database));
                ways.accept(config);
                HikariDataSource pool = new HikariDataSource(config);
                instances.add(new PostgresConversationRepository(pool, TestServer.RANDOM),
                        new PostgresRecordingJournal(pool, TestServer.RANDOM),
                        new PostgresAccountRepository(pool, TestServer.RANDOM), pool);
            }
        });
    }

    ConversationRepository first() {
        return repositories.getFirst();
    }

    ConversationRepository second() {
        return repositories.getLast();
    }

    RecordingJournal firstJournal() {
        return journals.getFirst();
    }

    RecordingJournal secondJournal() {
        return journals.getLast();
    }

    AccountRepository firstAccounts() {
        return accountRepositories.getFirst();
    }

    AccountRepository secondAccounts() {
        return accountRepositories.getLast();
    }

    /** Connections to the same database that are neither's. */
    DataSource outside() {
        return outside;
    }

    private void add(ConversationRepository repository, RecordingJournal journal, AccountRepository accounts,
            AutoCloseable resource) {
        accountRepositories.add(accounts);
        repositories.add(repository);
        journals.add(journal);
        toClose.add(resource);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        opening.open(this);
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        for (AutoCloseable resource : toClose) {
            resource.close();
        }
    }

    private interface Opening {

        void open(TwoInstances instances) throws Exception;
    }
}
