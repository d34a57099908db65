package dev.scripta.adapters.speech.whisper;

import dev.scripta.core.model.Segment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the library heard, in our terms.
 *
 * @param text all of it
 * @param segments those with words, none past the end of the audio
 */
record Heard(String text, List<Segment> segments) {

    private static final long UNIT_MILLIS = 10;

    /** @param audio how much there was to hear: the library adds silence and may hear something in it */
    static Heard of(List<Utterance> utterances, Duration audio) {
        StringBuilder text = new StringBuilder();
        List<Segment> segments = new ArrayList<>();
        Duration previous = Duration.ZERO;
        for (Utterance utterance : utterances) {
            String words = Words.heard(utterance.text());
            text.append(words);
            if (!words.isBlank()) {
                Duration start = within(previous, time(utterance.from()), audio);
                segments.add(new Segment(start, within(start, time(utterance.to()), audio), words.strip()));
                previous = start;
            }
        }
        return new Heard(text.toString().strip(), segments);
    }

    private static Duration time(long hundredths) {
        return Duration.ofMillis(hundredths * UNIT_MILLIS);
    }

    private static Duration within(Duration least, Duration time, Duration most) {
        if (time.compareTo(least) < 0) {
            return least;
        }
        return time.compareTo(most) > 0 ? most : time;
    }

    /** Prints no words. */
    @Override
    public String toString() {
        return "Heard" + segments;
    }
}
