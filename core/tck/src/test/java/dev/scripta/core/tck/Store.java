package dev.scripta.core.tck;

import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationKey;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the instances of a {@link PlainRepository} share. Guarded by itself. */
final class Store {

    final Map<ConversationKey, Conversation> rows = new LinkedHashMap<>();
    final Gate everyThread = new Gate(AtOnce.THREADS);
    long lastId;
}
