package dev.scripta.adapters.speech.clip;

import dev.scripta.adapters.speech.audio.Pcm;
import dev.scripta.adapters.speech.audio.SpeechSegment;
import dev.scripta.core.model.Gap;
import dev.scripta.core.model.Segment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares the words of a transcript with the speech that is in the recording: a pure function, so thread-safe. Engines
 * skip minutes and answer as if nothing were amiss; a transcript with holes must not pass as a whole one.
 *
 * <p>
 * Between two segments with words, {@link #TOLERATED} of speech without words are a gap: engines' times are a second or
 * so off at either end, and a cough or a laugh is no word. Where the engine itself says that it did not listen,
 * {@link #UNHEARD} is enough.
 */
public final class Coverage {

    /** So much speech in a row without words is a gap. */
    public static final Duration TOLERATED = Duration.ofSeconds(5);

    /** The same where the engine says that it heard nothing; also by how much its count of what it heard may be off. */
    public static final Duration UNHEARD = Duration.ofSeconds(1);

    private Coverage() {}

    /**
     * Where somebody seems to speak and no words came, in order. Each gap begins and ends with speech.
     *
     * @param speech detected stretches in order
     * @param segments with words, in the order of their start
     * @param unheard what the engine says it did not listen to, in order
     */
    public static List<Gap> gaps(List<SpeechSegment> speech, List<Segment> segments, List<Gap> unheard) {
        List<Gap> gaps = new ArrayList<>();
        Duration covered = Duration.ZERO;
        for (Segment segment : segments) {
            if (segment.start().compareTo(covered) > 0) {
                gap(covered, segment.start(), speech, unheard).ifPresent(gaps::add);
            }
            covered = max(covered, segment.end());
        }
        if (!speech.isEmpty()) {
            Duration end = Pcm.duration(speech.get(speech.size() - 1).end());
            gap(covered, max(covered, end), speech, unheard).ifPresent(gaps::add);
        }
        return List.copyOf(gaps);
    }

    /** What is missing between two moments without words. */
    private static Optional<Gap> gap(Duration from, Duration to, List<SpeechSegment> speech, List<Gap> unheard) {
        List<Gap> missing = speech.stream()
                .map(stretch -> new Gap(Pcm.duration(stretch.start()), Pcm.duration(stretch.end())))
                .filter(stretch -> overlap(stretch, from, to))
                .map(stretch -> new Gap(max(stretch.start(), from), min(stretch.end(), to)))
                .toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        Gap gap = new Gap(missing.get(0).start(), missing.get(missing.size() - 1).end());
        boolean told = unheard.stream().anyMatch(part -> overlap(part, gap.start(), gap.end()));
        Duration spoken = missing.stream()
                .map(part -> part.end().minus(part.start()))
                .reduce(Duration.ZERO, Duration::plus);
        return Optional.of(gap).filter(found -> spoken.compareTo(told ? UNHEARD : TOLERATED) >= 0);
    }

    private static boolean overlap(Gap part, Duration from, Duration to) {
        return part.start().compareTo(to) < 0 && part.end().compareTo(from) > 0;
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
