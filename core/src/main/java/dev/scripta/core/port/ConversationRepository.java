package dev.scripta.core.port;

import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationId;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.ConversationPage;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.model.SearchWords;
import java.util.Optional;

/**
 * Keeps exactly one conversation for each owner and session.
 *
 * <p>
 * An adapter is right when it passes {@code ConversationRepositoryContract} of the contract kit; the ids in brackets are
 * the rules tested there. It is thread-safe, and several instances on one store behave as one [R20, R21]. Owners and
 * sessions are told apart exactly [R17, R22]. It never joins a transaction of its caller. Every vendor's exception becomes
 * a {@link dev.scripta.core.error.StorageFailedException StorageFailedException}; absence is an empty {@link Optional}
 * [R11], and nothing is ever null: a null argument is refused with {@link NullPointerException} [R23].
 */
public interface ConversationRepository {

    /**
     * Makes the intent the conversation's content, if it is the newest. One atomic step: two saves at once can neither
     * create two conversations nor mix their contents [R20, R21].
     *
     * <p>
     * Content is compared by its fingerprint [R07]; of two intents the one with the greater
     * {@code (order, fingerprint)} is the newer, so that any order of arrival ends the same [R05, R08].
     *
     * <ul>
     * <li>No conversation: {@code CREATED} with revision 1 [R01] and an id that none of the owner's has [R24].</li>
     * <li>Same content: {@code UNCHANGED}; revision, id and times stay [R02]. A newer order is noted all the same, or
     * an older intent could win later [R06]; an older order never lowers it [R06].</li>
     * <li>Other content, newer: {@code UPDATED}; replaced as a whole, revision one higher, id and creation time
     * stay [R03].</li>
     * <li>Other content, older: {@code SUPERSEDED}; nothing changes [R04].</li>
     * <li>With an expected revision: if it is the current one (0: none), other content is applied whatever its order,
     * and the order moves on by at least one [R09, R10]; if not, {@code CONFLICT}, unless the content is already there,
     * which is the retry of an answer that got lost: {@code UNCHANGED} [R09, R10].</li>
     * </ul>
     *
     * @return the outcome, with the conversation's head as this save left or found it; without a head only for a
     *         {@code CONFLICT} over a conversation that does not exist
     * @throws dev.scripta.core.error.StorageFailedException when the store is away, busy or refuses; saving again with
     *             the same order is safe, whether or not the failed attempt took effect
     */
    SaveResult save(SaveRequest request);

    /** What a save needs to know of the conversation; empty when there is none [R11]. Cheap: reads no words. */
    Optional<Head> head(ConversationKey key);

    /** The conversation of this owner's session, exactly as saved [R12 to R16]; empty when there is none [R11]. */
    Optional<Conversation> find(ConversationKey key);

    /** The owner's conversation of that number; empty when there is none or it is another owner's [R11, R17]. */
    Optional<Conversation> find(OwnerId owner, ConversationId id);

    /**
     * The owner's conversations, newest first by creation time; of the same time, the greater id first [R18]. A page is to be
     * looked at and must fit into memory whatever is stored: of an analysis with more than 65,536 bytes of JSON the
     * object may be empty in it.
     */
    ConversationPage list(OwnerId owner, PageRequest page);

    /**
     * The owner's conversations in which each of these words begins a word, of the transcript or of a text in the analysis;
     * names of members do not count [R25]. Words are what {@link dev.scripta.core.model.FoldedWords} tells: letters match in
     * upper and lower case, in all scripts [R26]. Order, pages and total are those of a {@linkplain #list list} of the ones
     * that match [R27], and no other owner's are among them [R28]. A search without letters and digits matches none [R25].
     * Words beyond the first thousands of different ones in a very long text may be passed over.
     */
    ConversationPage search(OwnerId owner, SearchWords words, PageRequest page);

    /**
     * Removes the owner's conversation of that number for good [R19]. A later save of its session creates a new one with
     * another id [R19].
     *
     * @return whether there was one; another owner's is as good as none [R17]
     */
    boolean delete(OwnerId owner, ConversationId id);
}
