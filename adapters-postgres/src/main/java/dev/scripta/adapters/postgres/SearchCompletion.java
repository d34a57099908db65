package dev.scripta.adapters.postgres;

import dev.scripta.adapters.postgres.json.JsonReading;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.Transcript;
import jakarta.json.JsonException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Makes conversations findable that were saved by a version which did not, or given to another owner by hand. A walk through
 * all; words of a newer revision are left alone. Each conversation is written by one statement of its own, with nothing
 * locked while the next is read and folded: whoever saves or deletes one meanwhile waits for no more than that. Plain JDBC.
 */
final class SearchCompletion {

    /** The next thousand behind a conversation, and whether each has its words. */
    private static final String STRETCH = """
            SELECT c.owner_id, c.id, c.revision, COALESCE(w.revision = c.revision AND w.tagged_for = c.owner_id, FALSE) AS known
            FROM conversation AS c LEFT JOIN conversation_words AS w ON w.owner_id = c.owner_id AND w.id = c.id
            WHERE (c.owner_id, c.id) > (?, ?) ORDER BY c.owner_id, c.id LIMIT 1000
            """;

    private static final String CONTENT = "SELECT transcript, CAST(analysis AS text) AS analysis FROM conversation "
            + "WHERE owner_id = ? AND id = ? AND revision = ?";

    /** The lock keeps a rival from deleting the conversation before its words are there. */
    private static final String WRITE = """
            INSERT INTO conversation_words AS w (owner_id, id, created_at, revision, tagged_for, words)
            SELECT owner_id, id, created_at, revision, owner_id, CAST(? AS tsvector) FROM conversation
            WHERE owner_id = ? AND id = ? AND revision = ? FOR KEY SHARE
            ON CONFLICT (owner_id, id) DO UPDATE
            SET revision = excluded.revision, tagged_for = excluded.tagged_for, words = excluded.words
            WHERE w.revision < excluded.revision OR w.tagged_for <> excluded.tagged_for
            """;

    /** Of {@code lock_timeout}: https://www.postgresql.org/docs/current/errcodes-appendix.html. */
    private static final String LOCKED = "55P03";

    private static final System.Logger LOG = System.getLogger(SearchCompletion.class.getName());

    private final DataSource connections;
    private final String session;
    private final JsonReading json = new JsonReading();

    /**
     * On connections that commit each statement.
     *
     * @param session sets a connection up
     */
    SearchCompletion(DataSource connections, String session) {
        this.connections = connections;
        this.session = session;
    }

    private record Place(String owner, long id, long revision, boolean known) {}

    /** How many were made findable, all of them unless the thread was interrupted. */
    int run() throws SQLException {
        try (Connection connection = connections.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(session);
            int completed = 0;
            List<Place> stretch = stretch(connection, new Place("", 0, 0, true));
            while (!stretch.isEmpty() && !Thread.currentThread().isInterrupted()) {
                completed += complete(connection, stretch);
                stretch = stretch(connection, stretch.getLast());
            }
            return completed;
        }
    }

    private int complete(Connection connection, List<Place> stretch) throws SQLException {
        int completed = 0;
        for (Place place : stretch) {
            if (!place.known && !Thread.currentThread().isInterrupted() && complete(connection, place)) {
                completed++;
            }
        }
        return completed;
    }

    private static List<Place> stretch(Connection connection, Place before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STRETCH)) {
            statement.setString(1, before.owner);
            statement.setLong(2, before.id);
            List<Place> places = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    places.add(new Place(row.getString("owner_id"), row.getLong("id"), row.getLong("revision"),
                            row.getBoolean("known")));
                }
            }
            return places;
        }
    }

    private boolean complete(Connection connection, Place place) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(CONTENT)) {
            read.setString(1, place.owner);
            read.setLong(2, place.id);
            read.setLong(3, place.revision);
            try (ResultSet row = read.executeQuery()) {
                return row.next() && write(connection, place, row.getString("transcript"), row.getString("analysis"));
            }
        }
    }

    private boolean write(Connection connection, Place place, String transcript, String analysis) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(WRITE)) {
            write.setString(1, lexemes(place, transcript, analysis));
            write.setString(2, place.owner);
            write.setLong(3, place.id);
            write.setLong(4, place.revision);
            return write.executeUpdate() > 0;
        } catch (IllegalArgumentException | ClassCastException | JsonException damaged) {
            // Somebody wrote it by hand. All behind it would else never be found.
            LOG.log(System.Logger.Level.WARNING, "Search: conversation {0} cannot be read and stays unfound: {1}",
                    Long.toString(place.id), damaged.getClass().getName());
            return false;
        } catch (SQLException refused) {
            if (!LOCKED.equals(refused.getSQLState())) {
                throw refused;
            }
            // Whoever has it at the moment saves its words, too, or deletes it.
            return false;
        }
    }

    private String lexemes(Place place, String transcript, String analysis) {
        return SearchLexemes.of(new OwnerId(place.owner), new Content(Transcript.of(transcript),
                new Analysis((JsonObject) json.read(analysis))));
    }
}
