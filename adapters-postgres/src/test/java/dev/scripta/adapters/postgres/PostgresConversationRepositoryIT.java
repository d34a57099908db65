package dev.scripta.adapters.postgres;

import dev.scripta.core.port.ConversationRepository;
import dev.scripta.core.tck.ConversationRepositoryContract;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract in every situation that is known to break adapters. */
final class PostgresConversationRepositoryIT {

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

    /** There the upsert would fail with 40001 wherever two saves meet. */
    @Nested
    final class WhereRepeatableReadIsTheDefault extends Contract {

        @RegisterExtension
        static final TwoInstances INSTANCES = TwoInstances.of(UnaryOperator.identity(),
                "SET default_transaction_isolation = 'repeatable read'");

        WhereRepeatableReadIsTheDefault() {
            super(INSTANCES);
        }
    }

    @Nested
    final class OnAPoolWithoutAutocommit extends Contract {

        @RegisterExtension
        static final TwoInstances INSTANCES = TwoInstances.onForeignPools(config -> config.setAutoCommit(false));

        OnAPoolWithoutAutocommit() {
            super(INSTANCES);
        }
    }

    /** The session's zone is a day apart from the program's, which has daylight saving time, and Turkish has another i. */
    @Nested
    final class InOtherPlaces extends Contract {

        @Order(1) @RegisterExtension
        static final TwoInstances INSTANCES = TwoInstances
                .onForeignPools(config -> config.setConnectionInitSql("SET TIME ZONE 'Pacific/Apia'"));

        @Order(2) @RegisterExtension
        static final Abroad ABROAD = new Abroad();

        InOtherPlaces() {
            super(INSTANCES);
        }
    }

    abstract static class Contract extends ConversationRepositoryContract {

        private final TwoInstances instances;

        Contract(TwoInstances instances) {
            this.instances = instances;
        }

        @Override
        public ConversationRepository repository() {
            return instances.first();
        }

        @Override
        public Optional<ConversationRepository> anotherInstance() {
            return Optional.of(instances.second());
        }
    }
}
