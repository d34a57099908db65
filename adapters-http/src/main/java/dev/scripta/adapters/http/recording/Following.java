package dev.scripta.adapters.http.recording;

import dev.scripta.adapters.http.recording.Seats.Seat;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.usecase.RecordingStatus;
import dev.scripta.core.usecase.Ticker;
import dev.scripta.core.usecase.WorkBoard;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Lets clients follow recordings by server-sent events. Thread-safe. */
public final class Following {

    /** The type of such an answer. */
    public static final String MEDIA_TYPE = EventStream.MEDIA_TYPE;

    private final Standings standings;
    private final Seats seats;
    private final Rhythm rhythm;
    private final Ticker ticker;

    /**
     * Those who follow, together.
     *
     * @param seats room for them
     * @param rhythm how often they are told
     * @param ticker measures it
     */
    public Following(Standings standings, Seats seats, Rhythm rhythm, Ticker ticker) {
        this.standings = Objects.requireNonNull(standings, "standings");
        this.seats = Objects.requireNonNull(seats, "seats");
        this.rhythm = Objects.requireNonNull(rhythm, "rhythm");
        this.ticker = Objects.requireNonNull(ticker, "ticker");
    }

    /**
     * Tells of a recording until nothing more will happen to it, the client goes, or the server ends.
     *
     * @param response gets the events, unless nobody knows the recording
     * @param text the data of an event, in one line
     * @param allowed whether there is still somebody who may know
     * @return whether anybody knows it
     * @throws dev.scripta.adapters.http.transport.RefusedException 429 or 503 when too many follow already
     */
    public boolean follow(RecordingKey recording, ServerResponse response, Function<RecordingStatus, String> text,
            BooleanSupplier allowed) throws IOException, InterruptedException {
        // The watch comes before the first look, so that no change is missed.
        try (Seat seat = seats.take(recording.conversation().owner());
                WorkBoard.Watch watch = standings.watch(recording, seat::call)) {
            Optional<RecordingStatus> now = standings.of(watch.recording());
            if (now.isPresent()) {
                try (EventStream events = EventStream.to(response)) {
                    new Follower(now.get(), () -> standings.of(recording), sink(events, text), allowed, rhythm, ticker)
                            .run(seat);
                }
            }
            return now.isPresent();
        }
    }

    private static Follower.Sink sink(EventStream events, Function<RecordingStatus, String> text) {
        return new Follower.Sink() {
            @Override
            public void tell(RecordingStatus status) throws IOException {
                events.send("status", text.apply(status));
            }

            @Override
            public void keepAlive() throws IOException {
                events.comment();
            }
        };
    }
}
