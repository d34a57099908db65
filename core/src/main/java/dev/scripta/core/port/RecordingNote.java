package dev.scripta.core.port;

import dev.scripta.core.model.Order;
import dev.scripta.core.model.RecordingKey;
import java.util.Objects;

/**
 * What the journal has noted of a recording.
 *
 * @param recording which
 * @param order of the intent that is or was worked for
 * @param attempts how often it was claimed: the newest fence
 * @param state how it stands
 */
public record RecordingNote(RecordingKey recording, Order order, long attempts, RecordingState state) {

    /** Checks presence. */
    public RecordingNote {
        Objects.requireNonNull(recording, "recording");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(state, "state");
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be 1 or more");
        }
    }
}
