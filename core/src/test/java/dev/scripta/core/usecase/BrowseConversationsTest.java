package dev.scripta.core.usecase;

import static dev.scripta.core.usecase.Studio.EVENING;
import static dev.scripta.core.usecase.Studio.KEY;
import static dev.scripta.core.usecase.Studio.MORNING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.Content;
import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationId;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.ConversationPage;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SearchWords;
import dev.scripta.core.model.SessionId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BrowseConversationsTest {

    private static final PageRequest ALL = new PageRequest(1, 10);
    private static final OwnerId STRANGER = new OwnerId("boris");

    private final Studio studio = new Studio();
    private final BrowseConversations browse = new BrowseConversations(studio.stores());
    private final ConversationId first = save(KEY, studio.contentOf(MORNING));

    @Test
    void own_conversation_is_read_whole() {
        Conversation read = browse.read(KEY.owner(), first).orElseThrow();
        assertEquals(KEY, read.key());
        assertEquals(studio.contentOf(MORNING), read.content());
    }

    @Test
    void own_conversations_are_listed_newest_first() {
        studio.wall.set(studio.wall.instant().plusSeconds(1));
        ConversationKey other = new ConversationKey(KEY.owner(), new SessionId("session-2"));
        ConversationId second = save(other, studio.contentOf(EVENING));
        ConversationPage page = browse.list(KEY.owner(), ALL);
        assertEquals(List.of(second, first), page.entries().stream().map(entry -> entry.id()).toList());
        assertEquals(List.of(other, KEY), page.entries().stream().map(entry -> entry.key()).toList());
        assertFalse(page.hasMore());
        assertTrue(browse.list(KEY.owner(), new PageRequest(1, 1)).hasMore());
    }

    @Test
    void own_conversations_are_found_by_words() {
        assertEquals(List.of(first),
                browse.search(KEY.owner(), new SearchWords("GOOD morn"), ALL)
                        .entries()
                        .stream()
                        .map(entry -> entry.id())
                        .toList());
        assertEquals(0, browse.search(KEY.owner(), new SearchWords("evening"), ALL).total());
        assertEquals(0, browse.search(STRANGER, new SearchWords("morning"), ALL).total());
    }

    @Test
    void deleted_conversation_is_gone() {
        assertTrue(browse.delete(KEY.owner(), first));
        assertFalse(browse.delete(KEY.owner(), first));
        assertEquals(Optional.empty(), browse.read(KEY.owner(), first));
        assertEquals(0, browse.list(KEY.owner(), ALL).total());
    }

    @Test
    void deleted_conversation_is_forgotten_by_journal_and_backlog_too() {
        studio.processRecording().process(Studio.MORNING_RECORDING);
        Content edited = studio.contentOf(EVENING);
        studio.backlog.add(new DeferredSave(SaveRequest.of(KEY, edited, new Order(Order.MAX_VALUE),
                studio.wall.instant()), Optional.empty()));
        assertTrue(browse.delete(KEY.owner(), first));
        assertEquals(Optional.empty(), studio.journal.orderOf(KEY, studio.contentOf(MORNING).fingerprint()));
        assertEquals(Optional.empty(), studio.backlog.find(KEY));
        assertEquals(0, studio.backlog.size().dead());
    }

    @Test
    void strangers_cannot_make_journal_and_backlog_forget() {
        studio.processRecording().process(Studio.MORNING_RECORDING);
        assertFalse(browse.delete(STRANGER, first));
        assertTrue(studio.journal.orderOf(KEY, studio.contentOf(MORNING).fingerprint()).isPresent());
    }

    @Test
    void conversation_of_another_owner_is_neither_seen_nor_removed() {
        assertEquals(Optional.empty(), browse.read(STRANGER, first));
        assertEquals(List.of(), browse.list(STRANGER, ALL).entries());
        assertFalse(browse.delete(STRANGER, first));
        assertTrue(browse.read(KEY.owner(), first).isPresent());
    }

    private ConversationId save(ConversationKey key, Content content) {
        return studio.saveAnalysis().save(key, content).head().orElseThrow().id();
    }
}
