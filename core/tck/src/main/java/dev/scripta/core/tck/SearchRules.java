package dev.scripta.core.tck;

import static dev.scripta.core.tck.Samples.at;
import static dev.scripta.core.tck.Samples.content;
import static dev.scripta.core.tck.Samples.newOwner;
import static dev.scripta.core.tck.Samples.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.ConversationPage;
import dev.scripta.core.model.ConversationSummary;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.JsonArray;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonString;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.model.SearchWords;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Transcript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How conversations are found by words. */
interface SearchRules extends RepositoryRules {

    /**
     * Each word of the search must begin a word of the transcript; their order, and what is between words, do not matter.
     *
     * <p>
     * If this fails, check how words are parted, and that each is looked for, from its beginning.
     */
    @Test
    default void r25_each_word_begins_a_word_of_the_transcript() {
        String longWord = "l" + "o".repeat(250) + "ng";
        repository().save(request(samples().newKey(), new Content(
                Transcript.of("anna said: good morning,\nwell-known room 2024! it's " + longWord), Analysis.NONE), 1));
        for (String found : List.of("anna", "an", "a", "good morning", "mor goo", " known ", "well-known", "20", "it's",
                "\"anna\" & 'good' | %", "said:*", "a%", longWord.substring(0, 200))) {
            assertTrue(isFound(found), found);
        }
        for (String missing : List.of("nna", "anna boris", "annas", "boris", "024", longWord.substring(1, 200))) {
            assertFalse(isFound(missing), missing);
        }
    }

    /**
     * Words of all texts in the analysis count, however deep they are, and together with those of the transcript; names of
     * members do not.
     *
     * <p>
     * If this fails, check which values of the analysis are searched.
     */
    @Test
    default void r25_texts_of_the_analysis_count_and_names_do_not() {
        JsonObject deep = new JsonObject(Map.of("summary", new JsonArray(List.of(new JsonString("calm voice"),
                new JsonObject(Map.of("patient", new JsonString("mister miller")))))));
        repository().save(request(samples().newKey(), new Content(Transcript.of("good morning"), new Analysis(deep)),
                1));
        assertTrue(isFound("voice mill"), "words of the analysis");
        assertTrue(isFound("morning mister"), "words of both");
        assertFalse(isFound("summary"), "the name of a member");
        assertFalse(isFound("patient"), "the name of a member deep inside");
    }

    /**
     * A search without letters and digits finds none.
     *
     * <p>
     * If this fails, check what a condition on no words means to the store.
     */
    @Test
    default void r25_search_without_words_finds_none() {
        repository().save(request(samples().newKey(), content("good ?! morning"), 1));
        for (String nothing : List.of("?!", ".", "'", "\\", ":*", "%")) {
            assertFalse(isFound(nothing), nothing);
        }
    }

    /**
     * What is searched is what is stored now.
     *
     * <p>
     * If this fails, check that words change with the content, in the same moment, and go with it.
     */
    @Test
    default void r25_what_was_replaced_or_deleted_is_not_found() {
        ConversationKey key = samples().newKey();
        repository().save(request(key, content("morning"), 1));
        Head head = repository().save(request(key, content("evening"), 2)).head().orElseThrow();
        assertFalse(isFound("morning"), "replaced");
        assertTrue(isFound("evening"), "replacing");
        repository().save(request(key, content("superseded"), 1));
        assertFalse(isFound("superseded"), "never stored");
        repository().save(request(key, content("night"), 3).expecting(head.revision()));
        assertTrue(isFound("night") && !isFound("evening"), "replaced as expected");
        assertTrue(repository().delete(key.owner(), head.id()));
        assertFalse(isFound("night"), "deleted");
    }

    /**
     * Letters match in upper and lower case, those of all scripts, whatever the locale of store and program.
     *
     * <p>
     * If this fails, store the words as {@link dev.scripta.core.model.FoldedWords} tells them: databases fold by their own
     * locale, which may know ASCII alone.
     */
    @Test
    default void r26_letters_match_in_upper_and_lower_case() {
        Map<String, List<String>> sought = Map.of("Morning", List.of("morn", "MORN", "mORNING"),
                "Ärger", List.of("ärger", "ÄR", "A\u0308rger"), "überzahl", List.of("ÜBER", "Überz"),
                "Жук", List.of("жук", "ЖУ"), "щука", List.of("ЩУКА", "Щук"),
                "ΣΊΣΥΦΟΣ", List.of("σίσυφος", "ΣΊΣ", "σίς"), "λόγος", List.of("ΛΌΓΟΣ", "λόγοσ", "ΛΌΓ"),
                "straße", List.of("STRASSE", "strass", "STRAẞE"), "İstanbul", List.of("istanbul", "ISTAN"));
        sought.keySet().forEach(text -> repository().save(request(samples().newKey(), content(text), 1)));
        sought.forEach((text, searches) -> searches
                .forEach(search -> assertTrue(isFound(search), () -> text + " by " + search)));
        assertFalse(isFound("arger"), "another letter");
    }

    /**
     * What is found comes as a list does: newest first by creation time and, of the same time, greater id first, in pages
     * without gap or overlap, each with the total of what is found.
     *
     * <p>
     * If this fails, check the sort and the offset, and what is counted.
     */
    @Test
    default void r27_found_ones_are_listed_newest_first_in_pages() {
        List<ConversationSummary> expected = new ArrayList<>();
        for (long time : new long[]{3, 1, 4, 1, 5, 2, 1}) {
            repository().save(request(samples().newKey(), content("evening " + time), time));
            ConversationKey key = samples().newKey();
            Content content = content("morning " + time);
            Head head = repository().save(request(key, content, time)).head().orElseThrow();
            expected.add(new ConversationSummary(head.id(), key, content.analysis(), at(time)));
        }
        expected.sort(Comparator.comparing(ConversationSummary::createdAt)
                .thenComparingLong(summary -> summary.id().value())
                .reversed());
        for (int size : new int[]{1, 3, 7, PageRequest.MAX_SIZE}) {
            List<ConversationSummary> seen = new ArrayList<>();
            int number = 1;
            ConversationPage page;
            do {
                page = search(samples().owner(), "morning", new PageRequest(number++, size));
                assertEquals(expected.size(), page.total(), "total");
                assertTrue(page.entries().size() <= size, "no more entries than asked for");
                seen.addAll(page.entries());
            } while (page.hasMore());
            assertEquals(expected, seen, "in pages of " + size);
        }
        for (PageRequest empty : List.of(new PageRequest(2, 10), new PageRequest(Integer.MAX_VALUE, 50),
                new PageRequest(1, 0))) {
            assertEquals(new ConversationPage(empty, List.of(), expected.size()),
                    search(samples().owner(), "morning", empty));
        }
    }

    /**
     * Nobody finds or counts another owner's conversations, not even those of the same session.
     *
     * <p>
     * If this fails, check that the owner is in every condition.
     */
    @Test
    default void r28_no_other_owners_are_found() {
        OwnerId other = newOwner("");
        ConversationKey own = samples().newKey();
        repository().save(request(own, content("good morning"), 1));
        repository().save(request(new ConversationKey(other, own.session()), content("bad morning"), 1));
        repository().save(request(new ConversationKey(other, new SessionId("other")), content("morning"), 1));
        PageRequest page = new PageRequest(1, 10);
        assertEquals(List.of(own), search(own.owner(), "morning", page).entries()
                .stream()
                .map(ConversationSummary::key)
                .toList());
        assertEquals(1, search(own.owner(), "morning", page).total());
        assertEquals(0, search(own.owner(), "bad", page).total());
        assertEquals(2, search(other, "morning", page).total());
        assertEquals(0, search(newOwner(""), "morning", page).total());
    }

    private ConversationPage search(OwnerId owner, String words, PageRequest page) {
        return repository().search(owner, new SearchWords(words), page);
    }

    private boolean isFound(String words) {
        return search(samples().owner(), words, new PageRequest(1, 10)).total() > 0;
    }
}
