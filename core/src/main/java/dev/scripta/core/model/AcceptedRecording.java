package dev.scripta.core.model;

import java.util.Objects;

/**
 * A recording that was accepted for work, with all that a resumption after a crash has to know.
 *
 * @param recording the audio and whose it is
 * @param order how new the intent is: given once, kept by every retry and resumption
 * @param reprocess whether a finished result that is older than {@code order} shall be paid for again, on purpose
 */
public record AcceptedRecording(Recording recording, Order order, boolean reprocess) {

    /** Checks presence. */
    public AcceptedRecording {
        Objects.requireNonNull(recording, "recording");
        Objects.requireNonNull(order, "order");
    }

    /** How to ask for the right to work on it. */
    public ClaimRequest claimRequest() {
        return new ClaimRequest(new RecordingKey(recording.key(), recording.digest()), order, reprocess);
    }
}
