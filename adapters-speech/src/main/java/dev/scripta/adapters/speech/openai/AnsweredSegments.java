package dev.scripta.adapters.speech.openai;

import dev.scripta.core.model.Segment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The segments of an answer in the order of their start, without those that the engine takes for silence.
 *
 * @param segments with their words, which servers tell within them or beside them
 * @param silenceDropped whether there were such, so that their words are in the whole text
 */
record AnsweredSegments(List<AnsweredSegment> segments, boolean silenceDropped) {

    static AnsweredSegments of(Fields answer, Duration duration) {
        List<Fields> all = answer.list("segments");
        ClipTime clip = ClipTime.of(all, duration);
        List<Fields> spoken = all.stream().filter(fields -> !AnsweredSegment.isSilence(fields)).toList();
        List<AnsweredSegment> segments = spoken.stream()
                .flatMap(fields -> AnsweredSegment.of(fields, clip).stream())
                .sorted(Comparator.comparing(AnsweredSegment::start))
                .toList();
        return new AnsweredSegments(withWords(segments, AnsweredWord.list(answer, clip)), spoken.size() < all.size());
    }

    /**
     * Each word goes into the segment that begins last before its middle, or else into the first; none where segments have
     * words of their own, for speaches tells the same words twice.
     */
    private static List<AnsweredSegment> withWords(List<AnsweredSegment> segments, List<AnsweredWord> words) {
        boolean theirOwn = segments.stream().anyMatch(segment -> !segment.words().isEmpty());
        if (segments.isEmpty() || words.isEmpty() || theirOwn) {
            return segments;
        }
        NavigableMap<Duration, List<AnsweredWord>> byStart = new TreeMap<>();
        segments.forEach(segment -> byStart.put(segment.start(), new ArrayList<>()));
        for (AnsweredWord word : words) {
            Duration start = Optional.ofNullable(byStart.floorKey(word.middle())).orElseGet(byStart::firstKey);
            byStart.computeIfPresent(start, (key, placed) -> {
                placed.add(word);
                return placed;
            });
        }
        return segments.stream()
                .map(segment -> segment.with(Optional.ofNullable(byStart.remove(segment.start())).orElse(List.of())))
                .toList();
    }

    /** All words; where segments bring the spaces between them, no others are added. */
    String text() {
        boolean spaced = segments.stream().anyMatch(segment -> segment.written().startsWith(" "));
        return Spoken.text(segments.stream()
                .map(AnsweredSegment::written)
                .collect(Collectors.joining(spaced ? "" : " ")));
    }

    List<Segment> timed(boolean withWords) {
        return segments.stream().map(segment -> segment.timed(withWords)).toList();
    }
}
