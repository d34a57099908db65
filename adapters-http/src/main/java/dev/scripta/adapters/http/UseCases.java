package dev.scripta.adapters.http;

import dev.scripta.core.usecase.BrowseConversations;
import dev.scripta.core.usecase.DiscardRecording;
import dev.scripta.core.usecase.FollowRecordings;
import dev.scripta.core.usecase.PreviewRecording;
import dev.scripta.core.usecase.ProcessRecording;
import dev.scripta.core.usecase.SaveAnalysis;
import java.util.Objects;

/**
 * What the API offers to the world.
 *
 * @param processRecording behind {@code POST /api/upload-audio}
 * @param previewRecording the same for guests
 * @param saveAnalysis behind {@code POST /api/save-analysis}
 * @param browseConversations behind {@code /api/user/conversations}
 * @param followRecordings behind {@code /api/user/recordings}
 * @param discardRecording behind its {@code DELETE}
 */
public record UseCases(ProcessRecording processRecording, PreviewRecording previewRecording,
        SaveAnalysis saveAnalysis, BrowseConversations browseConversations, FollowRecordings followRecordings,
        DiscardRecording discardRecording) {

    /** Checks presence. */
    public UseCases {
        Objects.requireNonNull(processRecording, "processRecording");
        Objects.requireNonNull(previewRecording, "previewRecording");
        Objects.requireNonNull(saveAnalysis, "saveAnalysis");
        Objects.requireNonNull(browseConversations, "browseConversations");
        Objects.requireNonNull(followRecordings, "followRecordings");
        Objects.requireNonNull(discardRecording, "discardRecording");
    }
}
