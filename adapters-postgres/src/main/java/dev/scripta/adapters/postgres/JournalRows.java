package dev.scripta.adapters.postgres;

import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.EngineFailure;
import dev.scripta.core.model.EngineFailure.Stage;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.port.JournalAnswer;
import io.helidon.dbclient.DbRow;
import java.time.Duration;

/** Makes values of the journal's rows. Thread-safe. */
final class JournalRows {

    private final Words words = new Words();

    Claim claim(RecordingKey recording, DbRow row) {
        return new Claim(recording, order(row), Columns.number(row, "fence"), words.transcript(row));
    }

    JournalLook look(RecordingKey recording, DbRow row) {
        JournalState state = JournalState.valueOf(Columns.text(row, "state"));
        return new JournalLook(claim(recording, row), Columns.number(row, "holder"), state == JournalState.IN_WORK,
                Columns.flag(row, "expired"), answer(state, row));
    }

    static Order order(DbRow row) {
        return new Order(Columns.number(row, "order_key"));
    }

    private JournalAnswer answer(JournalState state, DbRow row) {
        return switch (state) {
            case IN_WORK -> new JournalAnswer.InWork();
            case DONE -> new JournalAnswer.Done(order(row), words.content(row));
            case POSTPONED -> new JournalAnswer.Postponed(
                    new EngineFailure(Stage.valueOf(Columns.text(row, "reason")), Columns.text(row, "detail"),
                            Columns.flag(row, "retryable"), Columns.flag(row, "outcome_unknown")),
                    Duration.ofMillis(Columns.number(row, "millis_left")));
            case REFUSED -> new JournalAnswer.Refused(Reason.valueOf(Columns.text(row, "reason")),
                    Columns.text(row, "detail"));
        };
    }
}
