package dev.scripta.adapters.http.accepted;

import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.OwnerId;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Finds the recordings of a folder by whose they are, without reading all of it. It may name some that are gone or another's:
 * the folder itself is asked afterwards. Costs about 300 bytes for each recording. Thread-safe.
 */
final class Register {

    /** Behind all hexadecimal digits. */
    private static final String AFTER = "g";

    /** The conversation's digest, shortened, and the recording's name behind it. */
    private final NavigableSet<String> entries = new ConcurrentSkipListSet<>();

    /** Those that need work: few. */
    private final Map<String, Manifest> open = new ConcurrentHashMap<>();

    void add(Manifest manifest) {
        entries.add(prefix(manifest.key()) + manifest.name());
        if (manifest.done()) {
            open.remove(manifest.name());
        } else {
            open.put(manifest.name(), manifest);
        }
    }

    void remove(Manifest manifest) {
        entries.remove(prefix(manifest.key()) + manifest.name());
        open.remove(manifest.name());
    }

    /** The names of the conversation's recordings. */
    List<String> of(ConversationKey key) {
        String prefix = prefix(key);
        return entries.subSet(prefix, prefix + AFTER).stream().map(entry -> entry.substring(prefix.length())).toList();
    }

    /** The owner's recordings that need work. */
    List<Manifest> open(OwnerId owner) {
        return open.values().stream().filter(manifest -> manifest.key().owner().equals(owner)).toList();
    }

    private static String prefix(ConversationKey key) {
        return Manifest.digest(List.of(key.owner().value(), key.session().value())).abbreviated();
    }
}
