package dev.scripta.adapters.speech.opennlp;

import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.util.Span;

/**
 * Divides a transcript into units. Punctuated text has sentences. Without punctuation a sentence detector would guess,
 * so a recogniser's segments are taken, or else the lines. One use, one thread.
 */
final class Divider {

    /** Beyond this, some four hours of speech, text is left out: time must stay bounded. */
    private static final int MAX_TEXT = 200_000;
    /** Longer units are cut: they are no sentences, and lists of them would help nobody. */
    private static final int MAX_UNIT = 600;
    private static final int WORDS_PER_MARK = 40;
    private static final Pattern MARK = Pattern.compile("[.!?](?=\\s|$)");
    private static final Pattern BLANK = Pattern.compile("\\s+");

    private final SentenceDetectorME sentences;
    private final List<Unit> units = new ArrayList<>();

    Divider(Models models) {
        this.sentences = new SentenceDetectorME(models.sentences());
    }

    Units divide(Transcript transcript) {
        String text = transcript.text();
        boolean truncated = text.length() > MAX_TEXT;
        String kept = truncated ? text.substring(0, boundary(text, MAX_TEXT)) : text;
        Timeline timeline = new Timeline(transcript);
        if (isPunctuated(kept)) {
            lines(kept, timeline, true);
            return new Units(Units.Kind.SENTENCE, units, truncated);
        }
        if (transcript.segments().isEmpty()) {
            lines(kept, timeline, false);
            return new Units(Units.Kind.LINE, units, truncated);
        }
        int room = MAX_TEXT;
        for (Segment segment : transcript.segments()) {
            room -= segment.text().length();
            if (room >= 0) {
                add(segment.text(), Optional.of(segment), Optional.of(segment));
            }
        }
        return new Units(Units.Kind.SEGMENT, units, room < 0);
    }

    private static boolean isPunctuated(String text) {
        long marks = MARK.matcher(text).results().count();
        return marks > 0 && marks * WORDS_PER_MARK >= BLANK.split(text.strip()).length;
    }

    private void lines(String text, Timeline timeline, boolean punctuated) {
        int offset = 0;
        for (String line : text.split("\n", -1)) {
            for (Span span : punctuated ? sentences.sentPosDetect(line) : new Span[]{new Span(0, line.length())}) {
                String unit = line.substring(span.getStart(), span.getEnd());
                add(unit, timeline.at(offset + span.getStart()), timeline.at(offset + span.getEnd() - 1));
            }
            offset += line.length() + 1;
        }
    }

    private void add(String text, Optional<Segment> first, Optional<Segment> last) {
        String rest = text.strip();
        while (!rest.isEmpty()) {
            int end = rest.length() <= MAX_UNIT ? rest.length() : boundary(rest, MAX_UNIT);
            units.add(new Unit(units.size(), rest.substring(0, end).strip(), first.map(Segment::start),
                    last.map(Segment::end)));
            rest = rest.substring(end).strip();
        }
    }

    /** Where to cut: after the last blank before the limit, or at least not within a character. */
    private static int boundary(String text, int limit) {
        int blank = text.lastIndexOf(' ', limit);
        if (blank > limit / 2) {
            return blank;
        }
        return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
    }
}
