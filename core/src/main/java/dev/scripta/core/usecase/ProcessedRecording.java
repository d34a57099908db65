package dev.scripta.core.usecase;

import dev.scripta.core.model.Content;
import dev.scripta.core.model.SaveResult;
import java.util.Objects;

/**
 * What came of a recording.
 *
 * @param content its transcript and analysis
 * @param save what became of saving them
 * @param replayed whether the result was there already, or another request's: nothing was paid for this one
 */
public record ProcessedRecording(Content content, SaveResult save, boolean replayed) {

    /** Checks presence. */
    public ProcessedRecording {
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(save, "save");
    }

    /** The same, as another request for the same recording gets it. */
    ProcessedRecording asReplay() {
        return new ProcessedRecording(content, save, true);
    }
}
