package dev.scripta.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.scripta.core.model.ConversationId;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.Sha256;
import io.helidon.dbclient.jdbc.JdbcClientBuilder;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Each writing statement checks by itself what the save that sends it has only seen before: here a rival was faster, without
 * a race.
 */
final class ConversationTableIT {

    @RegisterExtension
    static final OwnPool POOL = new OwnPool(1);

    private static final ConversationId OFFERED = new ConversationId(2);
    private static final SaveRequest OLDER = Requests.save("s", "older", 4);
    private static final SaveRequest STORED = Requests.save("s", "stored", 5);
    private static final SaveRequest SAME_BUT_NEWER = Requests.save("s", "stored", 6);
    private static final SaveRequest OTHER = Requests.save("s", "other", 6);

    private final ConversationTable table = new ConversationTable(
            JdbcClientBuilder.create().connectionPool(new PooledConnections(POOL)).build());

    private Head stored;

    @BeforeEach
    void store_one() throws SQLException {
        TestServer.execute(POOL, "TRUNCATE conversation_words, conversation");
        stored = table.saveNewest(STORED, fingerprint(STORED), new ConversationId(1)).orElseThrow();
    }

    @Test
    void the_newest_is_not_saved_over_the_same_content_or_a_newer_one() {
        assertUnchangedBy(table.saveNewest(SAME_BUT_NEWER, fingerprint(SAME_BUT_NEWER), OFFERED));
        assertUnchangedBy(table.saveNewest(OLDER, fingerprint(OLDER), OFFERED));
        assertUnchangedBy(table.saveNewest(STORED, fingerprint(STORED), OFFERED));
    }

    @Test
    void the_newest_replaces_what_is_older_and_keeps_its_id() {
        assertEquals(Optional.of(new Head(stored.id(), 2, OTHER.order(), fingerprint(OTHER))),
                table.saveNewest(OTHER, fingerprint(OTHER), OFFERED));
    }

    @Test
    void of_equal_orders_the_greater_fingerprint_is_the_newer() {
        SaveRequest rival = Requests.save("s", "rival", 5);
        boolean greater = fingerprint(rival).compareTo(fingerprint(STORED)) > 0;
        assertEquals(greater, table.saveNewest(rival, fingerprint(rival), OFFERED).isPresent());
        Sha256 kept = greater ? fingerprint(rival) : fingerprint(STORED);
        assertEquals(kept, table.head(STORED.key()).orElseThrow().fingerprint());
    }

    @Test
    void nothing_is_created_where_something_is() {
        assertUnchangedBy(table.create(OTHER, fingerprint(OTHER), OFFERED));
    }

    @Test
    void only_the_expected_revision_is_replaced_and_only_by_other_content() {
        assertUnchangedBy(table.replace(2, OTHER, fingerprint(OTHER)));
        assertUnchangedBy(table.replace(1, SAME_BUT_NEWER, fingerprint(SAME_BUT_NEWER)));
        assertEquals(Optional.of(new Head(stored.id(), 2, new Order(6), fingerprint(OLDER))),
                table.replace(1, OLDER, fingerprint(OLDER)));
    }

    @Test
    void the_order_moves_forward_only_and_only_for_the_same_content() {
        assertUnchangedBy(table.advanceOrder(OTHER, fingerprint(OTHER)));
        assertUnchangedBy(table.advanceOrder(STORED, fingerprint(STORED)));
        assertEquals(Optional.of(new Head(stored.id(), 1, new Order(6), stored.fingerprint())),
                table.advanceOrder(SAME_BUT_NEWER, fingerprint(SAME_BUT_NEWER)));
    }

    private void assertUnchangedBy(Optional<Head> answer) {
        assertEquals(Optional.empty(), answer);
        assertEquals(Optional.of(stored), table.head(STORED.key()));
        assertEquals(STORED.content(), table.find(STORED.key()).orElseThrow().content());
    }

    private static Sha256 fingerprint(SaveRequest request) {
        return request.content().fingerprint();
    }
}
