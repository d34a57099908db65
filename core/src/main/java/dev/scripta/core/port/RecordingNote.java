package dev.scripta.core.port;

import dev.scripta.core.model.Order;
import dev.scripta.core.model.RecordingKey;
import java.time.Duration;
import java.util.Objects;

/**
 * What the journal has noted of a recording.
 *
 * @param recording which
 * @param order of the intent that is or was worked for
 * @param attempts how often it was claimed: the newest fence
 * @param state how it stands
 * @param idle how long nobody has had a right to it: since its lease, rest or time to live ended, or since it was done; zero
 *            before that
 */
public record RecordingNote(RecordingKey recording, Order order, long attempts, RecordingState state, Duration idle) {

    /** Checks presence. */
    public RecordingNote {
        Objects.requireNonNull(recording, "recording");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(idle, "idle");
        if (attempts < 1 || idle.isNegative()) {
            throw new IllegalArgumentException("attempts must be 1 or more, and idle not negative");
        }
    }
}
