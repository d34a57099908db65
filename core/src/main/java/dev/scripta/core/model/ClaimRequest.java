package dev.scripta.core.model;

import java.util.Objects;

/**
 * What the right to work on a recording is asked with.
 *
 * @param recording what to work on
 * @param order how new the intent is, should it be the recording's first
 * @param reprocess whether a result that is older than {@code order} shall be made anew, and paid for again, on purpose
 */
public record ClaimRequest(RecordingKey recording, Order order, boolean reprocess) {

    /** Checks presence. */
    public ClaimRequest {
        Objects.requireNonNull(recording, "recording");
        Objects.requireNonNull(order, "order");
    }
}
