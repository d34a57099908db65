package dev.scripta.adapters.speech.openai;

import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One segment of an answer.
 *
 * @param start within the clip
 * @param end within the clip, not before the start
 * @param written its text as it came
 * @param words of its own
 */
record AnsweredSegment(Duration start, Duration end, String written, List<AnsweredWord> words) {

    /** Whisper's own rule (whisper/transcribe.py, no_speech_threshold and logprob_threshold). */
    private static final double NO_SPEECH = 0.6;

    private static final double LOW_PROBABILITY = -1;

    /** Empty when it has no text or no times. */
    static Optional<AnsweredSegment> of(Fields fields, ClipTime clip) {
        String written = fields.text("text").orElse("");
        if (Spoken.text(written).isEmpty()) {
            return Optional.empty();
        }
        return fields.number("start")
                .map(clip::at)
                .flatMap(start -> fields.number("end")
                        .map(clip::at)
                        .map(end -> new AnsweredSegment(start, end.compareTo(start) < 0 ? start : end, written,
                                AnsweredWord.list(fields, clip))));
    }

    /** Whether the engine itself takes it for silence. */
    static boolean isSilence(Fields fields) {
        return fields.number("no_speech_prob").orElse(0.0) > NO_SPEECH
                && fields.number("avg_logprob").orElse(0.0) < LOW_PROBABILITY;
    }

    AnsweredSegment with(List<AnsweredWord> more) {
        return new AnsweredSegment(start, end, written, Stream.concat(words.stream(), more.stream()).toList());
    }

    Segment timed(boolean withWords) {
        return new Segment(start, end, Spoken.text(written), withWords ? wholeWords() : List.of());
    }

    /** whisper.cpp tells pieces of words: those without the space before them go on with the word before. */
    private List<Word> wholeWords() {
        boolean spaced = words.stream().anyMatch(word -> word.written().startsWith(" "));
        List<AnsweredWord> whole = new ArrayList<>();
        for (AnsweredWord word : words) {
            if (spaced && !whole.isEmpty() && !word.written().startsWith(" ")) {
                whole.add(whole.removeLast().and(word));
            } else {
                whole.add(word);
            }
        }
        return whole.stream().map(AnsweredWord::word).sorted(Comparator.comparing(Word::start)).toList();
    }

    /** Prints times only. */
    @Override
    public String toString() {
        return "AnsweredSegment[" + start + ".." + end + "]";
    }
}
