package dev.scripta.adapters.postgres;

import dev.scripta.adapters.postgres.json.JsonReading;
import dev.scripta.adapters.postgres.json.Provenance;
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
        return add(statement, content.transcript(), Provenance.of(content.transcript(), content.analysis()))
                .addParam("analysis", content.analysis().json().toJson());
    }

    static <S extends DbStatement<S>> S add(S statement, Transcript transcript) {
        return add(statement, transcript, Provenance.of(transcript));
    }

    private static <S extends DbStatement<S>> S add(S statement, Transcript transcript, Provenance provenance) {
        return statement.addParam("transcript", transcript.text())
                .addParam("language", transcript.language().orElse(null))
                .addParam("engine", transcript.engine().orElse(null))
                .addParam("segments", SegmentsJson.of(transcript.segments()).toJson())
                .addParam("provenance", provenance.json().map(JsonObject::toJson).orElse(null));
    }

    Content content(DbRow row) {
        Provenance provenance = provenance(row);
        return new Content(transcript(row, Columns.text(row, "transcript"), provenance),
                provenance.analysis(object(row)));
    }

    Analysis analysis(DbRow row) {
        return provenance(row).analysis(object(row));
    }

    /** Empty while there is none. */
    Optional<Transcript> transcript(DbRow row) {
        return Columns.optionalText(row, "transcript").map(text -> transcript(row, text, provenance(row)));
    }

    private Transcript transcript(DbRow row, String text, Provenance provenance) {
        return provenance.transcript(text, Columns.optionalText(row, "language"),
                SegmentsJson.segments(json.read(Columns.text(row, "segments"))), Columns.optionalText(row, "engine"));
    }

    private JsonObject object(DbRow row) {
        return (JsonObject) json.read(Columns.text(row, "analysis"));
    }

    private Provenance provenance(DbRow row) {
        return Columns.optionalText(row, "provenance")
                .map(text -> Provenance.read(json.read(text)))
                .orElse(Provenance.NONE);
    }
}
