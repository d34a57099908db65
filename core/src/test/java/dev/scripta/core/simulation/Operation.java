package dev.scripta.core.simulation;

import dev.scripta.core.model.Claim;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.RecordingKey;
import java.util.Optional;

/** What a task does, for whom, and what the ledger has to remember of it. */
final class Operation {

    /** Of what kind it is. */
    enum Kind {
        PAGE, UPLOAD, SAVE, RENEW, DRAIN, RESUME, ECHO
    }

    final Kind kind;
    final Optional<ConversationKey> key;
    final Optional<RecordingKey> recording;
    Optional<Claim> claim = Optional.empty();
    boolean claimUnanswered;
    boolean storeFailed;
    /** The newest order that the conversation had when it began: a new intent must be newer. */
    Optional<Order> seen = Optional.empty();

    /** What of it waits in the backlog. */
    Optional<DeferredSave> waits = Optional.empty();
    /** The newest order its content was known by when it began: it must not become newer. */
    Optional<Order> repeats = Optional.empty();

    private Operation(Kind kind, Optional<ConversationKey> key, Optional<RecordingKey> recording) {
        this.kind = kind;
        this.key = key;
        this.recording = recording;
    }

    /** The same, taking effect once more when nobody waits for it. */
    Operation echo() {
        Operation echo = new Operation(Kind.ECHO, key, recording);
        echo.repeats = repeats;
        echo.seen = seen;
        echo.storeFailed = storeFailed;
        return echo;
    }

    /** Whether it comes after all that was saved when it began; with the store away, the clock alone tells. */
    boolean mayFollow(Order order) {
        return storeFailed || repeats.isPresent() || seen.map(order::isNewerThan).orElse(true);
    }

    static Operation of(Kind kind) {
        return new Operation(kind, Optional.empty(), Optional.empty());
    }

    static Operation on(Kind kind, ConversationKey key) {
        return new Operation(kind, Optional.of(key), Optional.empty());
    }

    static Operation on(Kind kind, RecordingKey recording) {
        return new Operation(kind, Optional.of(recording.conversation()), Optional.of(recording));
    }
}
