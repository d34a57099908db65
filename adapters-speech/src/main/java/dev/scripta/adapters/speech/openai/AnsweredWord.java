package dev.scripta.adapters.speech.openai;

import dev.scripta.core.model.Word;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One word of an answer, or a piece of one.
 *
 * @param start within the clip
 * @param end within the clip, not before the start
 * @param written as it came
 */
record AnsweredWord(Duration start, Duration end, String written) {

    /** Those with text and times. */
    static List<AnsweredWord> list(Fields fields, ClipTime clip) {
        return fields.list("words").stream().flatMap(word -> of(word, clip).stream()).toList();
    }

    private static Optional<AnsweredWord> of(Fields fields, ClipTime clip) {
        String written = fields.text("word").or(() -> fields.text("text")).orElse("");
        if (Spoken.text(written).isEmpty()) {
            return Optional.empty();
        }
        // Negative: whisper.cpp has not computed it.
        return fields.number("start")
                .filter(number -> number >= 0)
                .flatMap(start -> fields.number("end")
                        .filter(number -> number >= start)
                        .map(end -> new AnsweredWord(clip.at(start), clip.at(end), written)));
    }

    /** The word that this piece begins and the other goes on. */
    AnsweredWord and(AnsweredWord piece) {
        return new AnsweredWord(start, piece.end.compareTo(end) > 0 ? piece.end : end, written + piece.written);
    }

    Duration middle() {
        return start.plus(end).dividedBy(2);
    }

    Word word() {
        return new Word(start, end, Spoken.text(written));
    }

    /** Prints times only. */
    @Override
    public String toString() {
        return "AnsweredWord[" + start + ".." + end + "]";
    }
}
