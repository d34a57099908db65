package dev.scripta.adapters.speech.dialect;

import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.model.Word;
import dev.scripta.core.tck.server.Heard;
import dev.scripta.core.tck.server.ReceivedFile;
import dev.scripta.core.tck.server.ScriptedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Hears the same words in every WAV file, evenly spread over its length, in two segments. */
final class Ear implements Function<ScriptedRequest, Heard> {

    private static final List<String> TEXTS = List.of("Please", "send", "me", "the", "notes", "from", "the");
    static final String WORDS = String.join(" ", TEXTS);

    private static final int HEADER_BYTES = 44;
    private static final int BYTES_PER_MILLISECOND = 32;

    @Override
    public Heard apply(ScriptedRequest request) {
        Duration played = played(request.file().orElseThrow());
        return new Heard(new Transcript(WORDS, Optional.of("en"), segments(played), Optional.empty()), played);
    }

    /** How long a WAV file of ours plays: 16 kHz, mono, 16 bits. */
    static Duration played(ReceivedFile file) {
        return Duration.ofMillis((file.size() - HEADER_BYTES) / BYTES_PER_MILLISECOND);
    }

    /** The two segments of so much audio. */
    static List<Segment> segments(Duration played) {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < TEXTS.size(); i++) {
            words.add(new Word(part(played, i), part(played, i + 1), TEXTS.get(i)));
        }
        return List.of(segment(words.subList(0, 3)), segment(words.subList(3, words.size())));
    }

    private static Segment segment(List<Word> words) {
        return new Segment(words.getFirst().start(), words.getLast().end(),
                String.join(" ", words.stream().map(Word::text).toList()), words);
    }

    private static Duration part(Duration played, int number) {
        return Duration.ofMillis(played.toMillis() * number / TEXTS.size());
    }
}
