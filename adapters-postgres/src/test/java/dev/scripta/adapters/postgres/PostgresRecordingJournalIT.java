package dev.scripta.adapters.postgres;

import dev.scripta.core.port.RecordingJournal;
import dev.scripta.core.tck.RecordingJournalContract;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract in every situation that is known to break adapters. */
final class PostgresRecordingJournalIT {

    @Nested
    final class AsOpenedByDefault extends Contract {

        @RegisterExtension
        static final TwoInstances INSTANCES = TwoInstances.of(UnaryOperator.identity());

        AsOpenedByDefault() {
            super(INSTANCES);
        }
    }

    /** A connection that is not given back stops everything. */
    @Nested
    final class OnOneConnection extends Contract {

        @RegisterExtension
        static final TwoInstances INSTANCES = TwoInstances.of(settings -> settings.withPoolSize(1));

        OnOneConnection() {
            super(INSTANCES);
        }
    }

    /** There a claim that meets another would fail with 40001. */
    @Nested
    final class WhereRepeatableReadIsTheDefault extends Contract {

        @RegisterExtension
        static final TwoInstances INSTANCES = TwoInstances.of(UnaryOperator.identity(),
                "SET default_transaction_isolation = 'repeatable read'");

        WhereRepeatableReadIsTheDefault() {
            super(INSTANCES);
        }
    }

    /** On an embedder's pool, whose sessions are in a zone with daylight saving time. */
    @Nested
    final class OnForeignPools extends Contract {

        @RegisterExtension
        static final TwoInstances INSTANCES = TwoInstances.onForeignPools(config -> {
            config.setAutoCommit(false);
            config.setConnectionInitSql("SET TIME ZONE 'America/New_York'");
        });

        OnForeignPools() {
            super(INSTANCES);
        }
    }

    abstract static class Contract extends RecordingJournalContract {

        private final TwoInstances instances;

        Contract(TwoInstances instances) {
            this.instances = instances;
        }

        @Override
        public RecordingJournal journal() {
            return instances.firstJournal();
        }

        @Override
        public void letPass(Duration time) {
            String by = time.toNanos() / 1_000 + " * interval '1 microsecond'";
            try {
                TestServer.execute(instances.outside(), "UPDATE recording_journal SET expires_at = expires_at - " + by
                        + ", ended_at = ended_at - " + by);
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public Optional<RecordingJournal> anotherInstance() {
            return Optional.of(instances.secondJournal());
        }
    }
}
