package dev.scripta.adapters.postgres;

import dev.scripta.adapters.postgres.json.JsonReading;
import dev.scripta.adapters.postgres.json.SegmentsJson;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.Transcript;
import io.helidon.dbclient.DbRow;
import io.helidon.dbclient.DbStatement;
import java.util.Optional;

/** The columns for a transcript and an analysis, which every table that has them names alike. Thread-safe. */
final class Words {

    private final JsonReading json = new JsonReading();

    static <S extends DbStatement<S>> S add(S statement, Content content) {
        return add(statement, content.transcript()).addParam("analysis", content.analysis().json().toJson());
    }

    static <S extends DbStatement<S>> S add(S statement, Transcript transcript) {
        return statement.addParam("transcript", transcript.text())
                .addParam("language", transcript.language().orElse(null))
                .addParam("engine", transcript.engine().orElse(null))
                .addParam("segments", SegmentsJson.of(transcript.segments()).toJson());
    }

    Content content(DbRow row) {
        return new Content(transcript(row, Columns.text(row, "transcript")), analysis(row));
    }

    Analysis analysis(DbRow row) {
        return new Analysis((JsonObject) json.read(Columns.text(row, "analysis")));
    }

    /** Empty while there is none. */
    Optional<Transcript> transcript(DbRow row) {
        return Columns.optionalText(row, "transcript").map(text -> transcript(row, text));
    }

    private Transcript transcript(DbRow row, String text) {
        return new Transcript(text, Columns.optionalText(row, "language"),
                SegmentsJson.segments(json.read(Columns.text(row, "segments"))), Columns.optionalText(row, "engine"));
    }
}
