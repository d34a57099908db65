package dev.scripta.adapters.speech.clip;

import dev.scripta.adapters.speech.audio.SpeechSegment;
import dev.scripta.core.model.EngineCall;
import dev.scripta.core.model.Gap;
import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Transcript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One transcript from what was recognised clip by clip, one clip a paragraph. Where an engine that gives times gives none
 * for a clip, the clip is a segment, so that segments have all the words. One thread.
 */
final class JoinedTranscript {

    private static final int TAIL = 200;

    private final boolean timed;
    private final StringBuilder text = new StringBuilder();
    private final List<Segment> segments = new ArrayList<>();
    private final List<Gap> unheard = new ArrayList<>();
    private final List<EngineCall> calls = new ArrayList<>();
    private Optional<String> language = Optional.empty();

    /**
     * Nothing so far.
     *
     * @param timed whether the engine gives times; without, there are no segments
     */
    JoinedTranscript(boolean timed) {
        this.timed = timed;
    }

    /** Takes what was recognised in the next clip. */
    void add(SpeechSegment place, Recognition recognition) {
        add(place, recognition, true);
    }

    /**
     * The same.
     *
     * @param paidHere false where it repeats the answer to an equal clip before, which was paid for once
     */
    void add(SpeechSegment place, Recognition recognition, boolean paidHere) {
        ClipTimes times = new ClipTimes(place);
        Duration heardUntil = recognition.heard().map(times::at).orElse(times.end());
        List<Segment> placed = times.placed(recognition.segments());
        String words = recognition.text().strip();
        if (!words.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n").append(words);
        }
        if (placed.isEmpty() && !words.isEmpty()) {
            segments.add(new Segment(times.start(), heardUntil, words));
        } else {
            segments.addAll(placed);
        }
        if (times.end().minus(heardUntil).compareTo(Coverage.UNHEARD) > 0) {
            unheard.add(new Gap(heardUntil, times.end()));
        }
        language = language.or(recognition::language);
        if (paidHere) {
            calls.add(recognition.call());
        }
    }

    /** The last words so far, from the beginning of one of them where they are parted by spaces. */
    Optional<String> tail() {
        int from = text.length() - TAIL;
        if (from <= 0) {
            return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
        }
        String tail = text.substring(Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from);
        int space = Character.isWhitespace(text.charAt(from - 1)) ? -1 : firstSpace(tail);
        return Optional.of(tail.substring(space + 1).strip()).filter(words -> !words.isEmpty());
    }

    private static int firstSpace(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    /** All of it, checked against the speech that was detected. */
    Transcript transcript(String engine, List<SpeechSegment> speech) {
        return new Transcript(text.toString(), language, timed ? segments : List.of(), Optional.of(engine),
                Coverage.gaps(speech, segments, unheard), calls);
    }
}
