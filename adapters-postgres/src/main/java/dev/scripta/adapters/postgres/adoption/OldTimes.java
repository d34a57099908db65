package dev.scripta.adapters.postgres.adoption;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Times without a zone, which mean UTC. */
final class OldTimes {

    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999999Z");

    private OldTimes() {}

    /** The instant; 1970 for none and for what is no time of a recording, such as {@code infinity}. */
    static Instant instant(Optional<LocalDateTime> stored, Repairs repairs) {
        return stored.map(time -> time.toInstant(ZoneOffset.UTC))
                .filter(time -> !time.isBefore(Instant.EPOCH) && !time.isAfter(END))
                .orElseGet(() -> {
                    repairs.note(Repair.TIME);
                    return Instant.EPOCH;
                });
    }
}
