package dev.scripta.adapters.http.export;

import java.time.Duration;
import java.util.Locale;

/**
 * A time in a recording as subtitles have it: {@code 00:01:02.003}, hours in two digits or as many as it takes.
 *
 * @param time not negative; what is finer than a millisecond is cut off
 */
record CueTime(Duration time) {

    String text(char beforeMillis) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d%c%03d", time.toHours(), time.toMinutesPart(),
                time.toSecondsPart(), beforeMillis, time.toMillisPart());
    }
}
