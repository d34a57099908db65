package dev.scripta.adapters.postgres;

import dev.scripta.adapters.postgres.json.JsonReading;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.Transcript;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Makes conversations findable that were saved by a version which did not, or given to another owner by hand. A walk through
 * all, in short steps beside whoever saves; words of a newer revision are left alone. Plain JDBC: steps are transactions of
 * several statements.
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

    private static final int STEP = 100;

    private final DataSource connections;
    private final JsonReading json = new JsonReading();

    SearchCompletion(DataSource connections) {
        this.connections = connections;
    }

    private record Place(String owner, long id, long revision, boolean known) {}

    /** How many were made findable, all of them unless the thread was interrupted. */
    int run() throws SQLException {
        try (Connection connection = connections.getConnection()) {
            connection.setAutoCommit(false);
            int completed = 0;
            List<Place> stretch = stretch(connection, new Place("", 0, 0, true));
            while (!stretch.isEmpty() && !Thread.currentThread().isInterrupted()) {
                completed += complete(connection, stretch);
                stretch = stretch(connection, stretch.getLast());
            }
            connection.commit();
            return completed;
        }
    }

    private int complete(Connection connection, List<Place> stretch) throws SQLException {
        int completed = 0;
        for (Place place : stretch) {
            if (!place.known && !Thread.currentThread().isInterrupted() && complete(connection, place)
                    && ++completed % STEP == 0) {
                connection.commit();
            }
        }
        connection.commit();
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
                return row.next() && write(connection, place, content(row));
            }
        }
    }

    private Content content(ResultSet row) throws SQLException {
        return new Content(Transcript.of(row.getString("transcript")),
                new Analysis((JsonObject) json.read(row.getString("analysis"))));
    }

    private static boolean write(Connection connection, Place place, Content content) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(WRITE)) {
            write.setString(1, SearchLexemes.of(new OwnerId(place.owner), content));
            write.setString(2, place.owner);
            write.setLong(3, place.id);
            write.setLong(4, place.revision);
            return write.executeUpdate() > 0;
        }
    }
}
