package dev.scripta.adapters.speech.clip;

import dev.scripta.adapters.speech.audio.Pcm;
import dev.scripta.adapters.speech.audio.SpeechSegment;
import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Word;
import java.time.Duration;
import java.util.List;

/**
 * Brings times from the beginning of a clip to times from the beginning of the recording: within the clip, for engines
 * fill it up to whole windows and hear things in there, and never going back. One thread.
 */
final class ClipTimes {

    private final Duration start;
    private final Duration end;
    private Duration lastSegment;
    private Duration lastWord;

    ClipTimes(SpeechSegment place) {
        this.start = Pcm.duration(place.start());
        this.end = Pcm.duration(place.end());
        this.lastSegment = start;
        this.lastWord = start;
    }

    Duration start() {
        return start;
    }

    Duration end() {
        return end;
    }

    /** The moment of the recording; its end for what is beyond the clip. */
    Duration at(Duration sinceClip) {
        Duration moment = start.plus(sinceClip);
        return moment.compareTo(end) > 0 ? end : moment;
    }

    /** The segments that have words, in the recording. */
    List<Segment> placed(List<Segment> segments) {
        return segments.stream().filter(segment -> !segment.text().isBlank()).map(this::placed).toList();
    }

    private Segment placed(Segment segment) {
        lastSegment = later(lastSegment, at(segment.start()));
        return new Segment(lastSegment, later(lastSegment, at(segment.end())), segment.text().strip(),
                segment.words().stream().map(this::placed).toList());
    }

    private Word placed(Word word) {
        lastWord = later(lastWord, at(word.start()));
        return new Word(lastWord, later(lastWord, at(word.end())), word.text());
    }

    private static Duration later(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
