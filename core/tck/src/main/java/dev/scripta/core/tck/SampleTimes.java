package dev.scripta.core.tck;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Times that move where a zone, a rounding or an epoch is mistaken. At most a page full of them. */
final class SampleTimes {

    /**
     * Near the epoch, before it and far after it; digits that rounding would carry over; both edges of daylight saving time
     * in Europe/Berlin and America/New_York, as instants and as the local times (read as UTC) that are skipped or
     * repeated there.
     */
    static final List<Instant> ALL = Stream.of("1970-01-01T00:00:00Z", "1970-01-01T00:00:00.000001Z",
            "1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999999Z", "1969-07-20T20:17:40.000001Z",
            "2500-12-31T23:59:59.999999Z", "2038-01-19T03:14:08Z", "2000-02-29T12:00:00.5Z",
            "2024-01-01T00:00:00.123456789Z", "2024-01-01T00:00:00.999999999Z", "2024-06-30T23:59:59.9999995Z",
            "2024-03-31T00:59:59.999999Z", "2024-03-31T01:00:00Z", "2024-03-31T02:00:00Z",
            "2024-03-31T02:30:00.000001Z",
            "2024-10-26T23:59:59.999999Z", "2024-10-27T00:30:00Z", "2024-10-27T01:00:00Z", "2024-10-27T01:30:00Z",
            "2024-10-27T02:30:00Z", "2024-03-10T02:30:00Z", "2024-03-10T06:59:59.999999Z", "2024-03-10T07:00:00Z",
            "2024-11-03T01:30:00Z", "2024-11-03T05:30:00Z", "2024-11-03T06:00:00Z", "2024-11-03T06:30:00Z")
            .map(Instant::parse)
            .toList();

    private SampleTimes() {}
}
