package dev.scripta.adapters.http;

import dev.scripta.core.usecase.BrowseConversations;
import dev.scripta.core.usecase.ProcessRecording;
import dev.scripta.core.usecase.SaveAnalysis;
import java.util.Objects;

/**
 * What the API offers to the world.
 *
 * @param processRecording behind {@code POST /api/upload-audio}
 * @param saveAnalysis behind {@code POST /api/save-analysis}
 * @param browseConversations behind {@code /api/user/conversations}
 */
public record UseCases(ProcessRecording processRecording, SaveAnalysis saveAnalysis,
        BrowseConversations browseConversations) {

    /** Checks presence. */
    public UseCases {
        Objects.requireNonNull(processRecording, "processRecording");
        Objects.requireNonNull(saveAnalysis, "saveAnalysis");
        Objects.requireNonNull(browseConversations, "browseConversations");
    }
}
