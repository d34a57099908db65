package dev.scripta.adapters.speech.sphinx;

import java.util.Set;
import java.util.stream.Stream;

/** Sounds that are no speech by themselves; the recogniser hears them in coughs and doors. */
final class Fillers {

    private static final Set<String> SOUNDS = Set.of("oh", "uh", "um", "mm", "huh", "hmm");

    private Fillers() {}

    /** Whether there is a word among the words. */
    static boolean isSpeech(String words) {
        return Stream.of(words.split(" ")).anyMatch(word -> !word.isBlank() && !SOUNDS.contains(word));
    }
}
