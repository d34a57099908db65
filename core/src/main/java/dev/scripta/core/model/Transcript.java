package dev.scripta.core.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The words of a recording.
 *
 * @param text all that was said; empty when there was no speech; line ends are LF
 * @param language BCP 47 tag, where the engine or the caller named it
 * @param segments timed parts in the order of their start; empty where the engine gives none
 * @param engine the name of the engine that wrote it, where known: readers must be able to tell how far to trust it
 * @param gaps where somebody seems to speak and no words came, in order; a transcript with gaps is not whole
 * @param calls what was paid for it, in order
 */
public record Transcript(String text, Optional<String> language, List<Segment> segments, Optional<String> engine,
        List<Gap> gaps, List<EngineCall> calls) {

    private static final int MAX_NAME = 100;

    /** A transcript of which gaps and calls are not known. */
    public Transcript(String text, Optional<String> language, List<Segment> segments, Optional<String> engine) {
        this(text, language, segments, engine, List.of(), List.of());
    }

    /** Checks the parts and keeps LF as the only line end. */
    public Transcript {
        text = Text.withLineFeeds(Text.storable("transcript", text));
        language.ifPresent(tag -> Text.identifier("language", tag, MAX_NAME));
        segments = List.copyOf(Objects.requireNonNull(segments, "segments"));
        engine.ifPresent(name -> Text.identifier("engine", name, MAX_NAME));
        gaps = List.copyOf(gaps);
        calls = List.copyOf(calls);
        for (int i = 1; i < segments.size(); i++) {
            if (segments.get(i).start().compareTo(segments.get(i - 1).start()) < 0) {
                throw new IllegalArgumentException("segments must be in the order of their start");
            }
        }
    }

    /** A transcript of which only the text is known. */
    public static Transcript of(String text) {
        return new Transcript(text, Optional.empty(), List.of(), Optional.empty());
    }

    /** What an engine answers for silence or noise: no words, and so nothing to analyse. */
    public static Transcript noSpeech(String engine) {
        return new Transcript("", Optional.empty(), List.of(), Optional.of(Objects.requireNonNull(engine, "engine")));
    }

    /** Whether no gap is known. */
    public boolean isComplete() {
        return gaps.isEmpty();
    }

    /** Whether anything was said. */
    public boolean hasSpeech() {
        return !text.isBlank();
    }

    /** The words in their order, as searches compare them. */
    public Stream<String> words() {
        return FoldedWords.of(text);
    }

    /** Prints sizes only: spoken text stays out of logs. */
    @Override
    public String toString() {
        return "Transcript[" + text.length() + " characters, " + segments.size() + " segments]";
    }
}
