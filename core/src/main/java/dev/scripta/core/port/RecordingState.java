package dev.scripta.core.port;

import dev.scripta.core.model.EngineFailure.Stage;
import java.util.Objects;

/** How a recording stands, for whoever wants to look and not to work. */
public sealed interface RecordingState
        permits RecordingState.InStage, JournalAnswer.Done, JournalAnswer.Postponed, JournalAnswer.Refused {

    /**
     * Somebody works on it, or has left it and nobody has claimed it since.
     *
     * @param stage what comes next or is being done: analysis as soon as there is a transcript
     */
    record InStage(Stage stage) implements RecordingState {
        /** Checks presence. */
        public InStage {
            Objects.requireNonNull(stage, "stage");
        }
    }
}
