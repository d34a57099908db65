package dev.scripta.core.usecase;

import dev.scripta.core.model.Content;
import dev.scripta.core.model.SaveResult;
import java.util.Objects;

/**
 * What came of a recording.
 *
 * @param content its transcript and analysis
 * @param save what became of saving them
 */
public record ProcessedRecording(Content content, SaveResult save) {

    /** Checks presence. */
    public ProcessedRecording {
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(save, "save");
    }
}
