package dev.scripta.adapters.postgres;

import dev.scripta.core.model.Claim;
import dev.scripta.core.model.ClaimRequest;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.port.JournalAnswer;
import dev.scripta.core.port.RecordingJournal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What these tests claim. */
final class Recordings {

    static final Duration LEASE = Duration.ofSeconds(30);

    private Recordings() {}

    static RecordingKey key(String session, String audio) {
        return key(Requests.key(session), audio);
    }

    static RecordingKey key(ConversationKey conversation, String audio) {
        return new RecordingKey(conversation, Sha256.of(audio.getBytes(StandardCharsets.UTF_8)));
    }

    static ClaimRequest request(String session, String audio, long order) {
        return new ClaimRequest(key(session, audio), new Order(order), false);
    }

    static Claim granted(RecordingJournal journal, ClaimRequest request) {
        return ((JournalAnswer.Granted) journal.claim(request, LEASE)).claim();
    }
}
