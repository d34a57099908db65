package dev.scripta.adapters.http.transport;

import java.time.Duration;
import java.util.Objects;

/**
 * What one connection may ask of the server.
 *
 * @param maxChunk          longest chunk of a chunked request body, in bytes; one such chunk is held in memory
 * @param readTimeout       how long one wait for the client may last; also the life of an idle connection
 * @param minBytesPerSecond slowest body accepted on average; a client may fall behind by {@code readTimeout} once
 */
public record ConnectionLimits(int maxChunk, Duration readTimeout, int minBytesPerSecond) {

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if a limit is not positive
     */
    public ConnectionLimits {
        Objects.requireNonNull(readTimeout, "readTimeout");
        if (maxChunk < 1) {
            throw new IllegalArgumentException("maxChunk must be positive: " + maxChunk);
        }
        if (readTimeout.isNegative() || readTimeout.isZero()) {
            throw new IllegalArgumentException("readTimeout must be positive: " + readTimeout);
        }
        if (minBytesPerSecond < 1) {
            throw new IllegalArgumentException("minBytesPerSecond must be positive: " + minBytesPerSecond);
        }
    }
}
