package dev.scripta.core.port;

import dev.scripta.core.model.BacklogSize;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.Sha256;
import java.util.List;
import java.util.Optional;

/**
 * Keeps saves while the store is away: at most one for each conversation, the newest.
 *
 * <p>
 * An adapter is right when it passes {@code SaveBacklogContract} of the contract kit; the ids in brackets are the rules
 * tested there. It is thread-safe [B09]. Words are kept exactly [B06]. What was added survives the end of the process, however
 * it ends, as far as the adapter is durable [B08]. Nothing is ever null; a null argument is refused with
 * {@link NullPointerException} [B10].
 */
public interface SaveBacklog {

    /**
     * Keeps the save, unless the conversation's waiting one is as new or newer by (order, fingerprint): then that one stays
     * and the answer is {@code true} all the same [B02]. A newer one replaces an older [B02]. Once it has answered
     * {@code true} the save is kept, for good storage means: written through to the disk.
     *
     * @return whether it is kept; {@code false} when the bounds are reached [B07] or the medium fails, and then nothing has
     *         changed [B07]
     */
    boolean add(DeferredSave save);

    /** The save that waits for this conversation; empty when none does [B01, B05]. */
    Optional<DeferredSave> find(ConversationKey conversation);

    /**
     * The order of the save with this content that waits for the conversation, or that gave way to the one that waits: a
     * late repetition of it is to keep that order [B12]. Empty when none did, or too many have since.
     */
    Optional<Order> orderOf(ConversationKey conversation, Sha256 fingerprint);

    /** The conversations with a save that waits, the one first that waits longest by the time of its request [B03]. */
    List<ConversationKey> waiting();

    /** Lets go of this save, because it is settled. A newer one that took its place meanwhile stays [B04]. */
    void remove(DeferredSave save);

    /**
     * Gives this save up: it does not wait any more but is kept apart for a person to look at [B11]. A newer one that took
     * its place meanwhile stays [B04].
     *
     * @param reason why, safe to show
     */
    void giveUp(DeferredSave save, String reason);

    /** How much waits [B03, B11]. Cheap. */
    BacklogSize size();
}
