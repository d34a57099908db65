package dev.scripta.adapters.speech.openai;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Texts and times as engines write them, as the model keeps them. */
final class Spoken {

    private static final double MILLIS = 1_000;

    private Spoken() {}

    /** In one line, without spaces around it, and without what no store can keep. */
    static String text(String text) {
        return new String(text.replace("\0", "").getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                .replaceAll("[ \\t]*\\R[ \\t]*", " ")
                .strip();
    }

    /** To the millisecond: no engine is more precise. */
    static Duration time(double seconds) {
        return Duration.ofMillis(Math.round(seconds * MILLIS));
    }
}
