package dev.scripta.adapters.postgres;

import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.EngineFailure;
import dev.scripta.core.model.EngineFailure.Stage;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.port.JournalAnswer;
import dev.scripta.core.port.RecordingNote;
import dev.scripta.core.port.RecordingState;
import io.helidon.dbclient.DbRow;
import java.time.Duration;

/** Makes values of the journal's rows. Thread-safe. */
final class JournalRows {

    private final Words words = new Words();

    Claim claim(RecordingKey recording, DbRow row) {
        return new Claim(recording, order(row), Columns.number(row, "fence"), words.transcript(row));
    }

    JournalLook look(RecordingKey recording, DbRow row) {
        JournalState state = state(row);
        return new JournalLook(claim(recording, row), Columns.number(row, "holder"), state == JournalState.IN_WORK,
                Columns.flag(row, "expired"), answer(state, row));
    }

    RecordingNote note(RecordingKey recording, DbRow row) {
        RecordingState state = switch (state(row)) {
            case IN_WORK -> new RecordingState.InStage(Columns.flag(row, "transcribed")
                    ? Stage.ANALYSIS
                    : Stage.TRANSCRIPTION);
            case DONE -> done(row);
            case POSTPONED -> postponed(row);
            case REFUSED -> refused(row);
        };
        return new RecordingNote(recording, order(row), Columns.number(row, "fence"), state,
                Duration.ofMillis(Columns.number(row, "millis_idle")));
    }

    RecordingNote note(OwnerId owner, DbRow row) {
        ConversationKey conversation = new ConversationKey(owner, new SessionId(Columns.text(row, "session_id")));
        return note(new RecordingKey(conversation, Columns.digest(row, "audio_sha256")), row);
    }

    private static JournalState state(DbRow row) {
        return JournalState.valueOf(Columns.text(row, "state"));
    }

    static Order order(DbRow row) {
        return new Order(Columns.number(row, "order_key"));
    }

    private JournalAnswer answer(JournalState state, DbRow row) {
        return switch (state) {
            case IN_WORK -> new JournalAnswer.InWork();
            case DONE -> done(row);
            case POSTPONED -> postponed(row);
            case REFUSED -> refused(row);
        };
    }

    private JournalAnswer.Done done(DbRow row) {
        return new JournalAnswer.Done(order(row), words.content(row));
    }

    private static JournalAnswer.Postponed postponed(DbRow row) {
        return new JournalAnswer.Postponed(
                new EngineFailure(Stage.valueOf(Columns.text(row, "reason")), Columns.text(row, "detail"),
                        Columns.flag(row, "retryable"), Columns.flag(row, "outcome_unknown")),
                Duration.ofMillis(Columns.number(row, "millis_left")));
    }

    private static JournalAnswer.Refused refused(DbRow row) {
        return new JournalAnswer.Refused(Reason.valueOf(Columns.text(row, "reason")), Columns.text(row, "detail"));
    }
}
