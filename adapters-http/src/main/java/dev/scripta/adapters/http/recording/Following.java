package dev.scripta.adapters.http.recording;

import dev.scripta.core.usecase.Ticker;
import java.util.Objects;

/**
 * What those who follow recordings have in common.
 *
 * @param seats room for them
 * @param rhythm how often they are told
 * @param ticker measures it
 */
public record Following(Seats seats, Rhythm rhythm, Ticker ticker) {

    /** Checks presence. */
    public Following {
        Objects.requireNonNull(seats, "seats");
        Objects.requireNonNull(rhythm, "rhythm");
        Objects.requireNonNull(ticker, "ticker");
    }
}
