package dev.scripta.adapters.postgres;

import dev.scripta.core.model.Content;
import dev.scripta.core.model.FoldedWords;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.SearchWords;
import dev.scripta.core.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words as the index has them: behind a tag of the owner, so that a search meets no other owner's. They consist of letters,
 * marks and digits, so that they can be quoted as they are. All bounds keep far from the server's, of 1 MB for the words of a
 * row and 2 KB for one of them (PostgreSQL 18, section 12.11): no text whatever may keep a conversation from being saved.
 */
final class SearchLexemes {

    private static final int MOST_WORDS = 16_000;
    private static final int MOST_BYTES = 500_000;

    /** How far texts are read, in characters of words; the analysis first, and no more than half. */
    private static final int FARTHEST = 1_000_000;

    private static final int TAG_LENGTH = 8;

    private final String tag;
    private final Set<String> lexemes = new LinkedHashSet<>();
    private int bytes;

    private SearchLexemes(OwnerId owner) {
        this.tag = Sha256.of(owner.value().getBytes(StandardCharsets.UTF_8)).hex().substring(0, TAG_LENGTH);
    }

    /** Of a conversation, as text of a {@code tsvector}. */
    static String of(OwnerId owner, Content content) {
        SearchLexemes words = new SearchLexemes(owner);
        words.add(FoldedWords.of(content.analysis().json()), 2);
        words.add(FoldedWords.of(content.transcript().text()), 1);
        return String.join(" ", words.lexemes);
    }

    private void add(Stream<String> words, int part) {
        int read = 0;
        Iterator<String> each = words.iterator();
        while (each.hasNext() && read < FARTHEST / part && bytes < MOST_BYTES / part
                && lexemes.size() < MOST_WORDS / part) {
            String word = each.next();
            read += word.length();
            String lexeme = lexeme(word);
            if (lexemes.add(lexeme)) {
                bytes += lexeme.getBytes(StandardCharsets.UTF_8).length;
            }
        }
    }

    /** A search, as text of a {@code tsquery}; empty when it has no words. */
    static Optional<String> query(OwnerId owner, SearchWords words) {
        SearchLexemes sought = new SearchLexemes(owner);
        String query = FoldedWords.of(words.text())
                .distinct()
                .map(word -> sought.lexeme(word) + ":*")
                .collect(Collectors.joining(" & "));
        return Optional.of(query).filter(some -> !some.isEmpty());
    }

    private String lexeme(String word) {
        return "'" + tag + word + "'";
    }
}
