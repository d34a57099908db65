package dev.scripta.core.memory;

import dev.scripta.core.model.Content;
import dev.scripta.core.model.JsonArray;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonString;
import dev.scripta.core.model.JsonValue;
import dev.scripta.core.model.SearchWords;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds contents in which each of some words begins a word: runs of letters, marks and digits, in any case. */
final class WordSearch {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final Set<String> beginnings;

    WordSearch(SearchWords words) {
        this.beginnings = words(words.text()).collect(Collectors.toSet());
    }

    boolean matches(Content content) {
        Set<String> there = Stream.concat(Stream.of(content.transcript().text()), texts(content.analysis().json()))
                .flatMap(WordSearch::words)
                .collect(Collectors.toSet());
        return !beginnings.isEmpty() && beginnings.stream()
                .allMatch(beginning -> there.stream().anyMatch(word -> word.startsWith(beginning)));
    }

    private static Stream<String> words(String text) {
        return BETWEEN.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty());
    }

    private static Stream<String> texts(JsonValue value) {
        if (value instanceof JsonString string) {
            return Stream.of(string.value());
        }
        if (value instanceof JsonArray array) {
            return array.elements().stream().flatMap(WordSearch::texts);
        }
        return value instanceof JsonObject object
                ? object.members().values().stream().flatMap(WordSearch::texts)
                : Stream.empty();
    }
}
