package dev.scripta.core.memory;

import dev.scripta.core.model.Content;
import dev.scripta.core.model.SearchWords;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds contents in which each of some words begins a word. */
final class WordSearch {

    private final Set<String> beginnings;

    WordSearch(SearchWords words) {
        this.beginnings = words.words().collect(Collectors.toSet());
    }

    boolean matches(Content content) {
        Set<String> there = Stream
                .concat(content.transcript().words(), content.analysis().words())
                .collect(Collectors.toSet());
        return !beginnings.isEmpty() && beginnings.stream()
                .allMatch(beginning -> there.stream().anyMatch(word -> word.startsWith(beginning)));
    }
}
