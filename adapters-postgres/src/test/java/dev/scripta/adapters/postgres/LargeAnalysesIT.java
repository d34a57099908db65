package dev.scripta.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.ConversationPage;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonString;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.ConversationRepository;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Fifty analyses of a megabyte, read for a page of the list, would take a gigabyte of heap. */
final class LargeAnalysesIT {

    @RegisterExtension
    static final TwoInstances INSTANCES = TwoInstances.of(UnaryOperator.identity());

    private static final OwnerId OWNER = new OwnerId("large");
    private static final int LARGEST_IN_LISTS = 65_536;

    @Test
    void a_page_leaves_out_what_is_too_large_for_it() {
        String most = "x".repeat(LARGEST_IN_LISTS - "{\"name\":\"\"}".length());
        save("small", 1, most);
        save("large", 2, most + "x");

        ConversationPage page = repository().list(OWNER, new PageRequest(1, 50));
        assertEquals(Map.of(), page.entries().get(0).analysis().json().members(), "too large");
        assertEquals(new JsonString(most), page.entries().get(1).analysis().json().members().get("name"));
        Conversation whole = repository().find(OWNER, page.entries().get(0).id()).orElseThrow();
        assertEquals(new JsonString(most + "x"), whole.content().analysis().json().members().get("name"));
        assertTrue(page.entries().stream().allMatch(entry -> entry.key().owner().equals(OWNER)));
    }

    private static void save(String session, long time, String name) {
        repository().save(SaveRequest.of(new ConversationKey(OWNER, new SessionId(session)),
                new Content(Transcript.of("hello"), new Analysis(JsonObject.of("name", name))), new Order(time),
                Instant.ofEpochSecond(time)));
    }

    private static ConversationRepository repository() {
        return INSTANCES.first();
    }
}
