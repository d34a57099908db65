package dev.scripta.core.port;

import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.ClaimRequest;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.EngineFailure;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.model.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Knows of each recording in work who works on it and how far it is, so that no stage is paid for twice.
 *
 * <p>
 * An adapter is right when it passes {@code RecordingJournalContract} of the contract kit; the ids in brackets are the rules
 * tested there. It is thread-safe, and several instances on one store behave as one [J14]. The store's clock alone decides
 * when a lease has ended, so that the clocks of its users do not matter [J09]; the fence alone decides whose writes count:
 * {@code renew}, {@code checkpoint}, {@code complete}, {@code postpone} and {@code refuse} change nothing and answer
 * {@code false} unless the claim is the recording's newest, with the same order and fence, and still in work [J03, J15]. A
 * lease that has ended is no reason to refuse its holder, as long as nobody else claimed the recording [J04] and it was
 * neither forgotten nor purged. Words are kept
 * exactly [J12]. No call waits for another's work, and none keeps a transaction or a connection after it returned. Every
 * vendor's exception becomes a {@link dev.scripta.core.error.StorageFailedException StorageFailedException}; nothing is ever
 * null, and a null argument is refused with {@link NullPointerException} [J16].
 *
 * <p>
 * Times are rounded to the millisecond and are positive: anything else is refused with {@link IllegalArgumentException}
 * [J16].
 */
public interface RecordingJournal {

    /**
     * Asks for the right to work on a recording. One atomic step: of any number who ask at once, one gets it [J14].
     *
     * <ul>
     * <li>Unknown: granted with fence 1 and the order given [J01].</li>
     * <li>In work and its lease has not ended: {@code InWork}; the holder's lease stays as it is [J01].</li>
     * <li>In work, but its lease has ended: granted with a greater fence, the order that is stored, and the transcript if
     * there is one [J02].</li>
     * <li>Postponed: the same until the rest is over [J06]; then granted as above [J06].</li>
     * <li>Refused: the same until the time to live is over; then granted as above [J07].</li>
     * <li>Done: the result for ever [J05], unless {@code reprocess} is asked for and the stored order is older than the
     * one given: then granted with a greater fence, the given order and no transcript [J08]. Postponed and refused ones
     * are granted to such a caller at once, likewise [J08]; one in work is not [J08].</li>
     * </ul>
     *
     * @param request what to work on
     * @param lease how long the claim lasts unless renewed
     */
    JournalAnswer claim(ClaimRequest request, Duration lease);

    /** Lets the claim last this long from now [J04]. */
    boolean renew(Claim claim, Duration lease);

    /** Notes the finished transcript, so that a later claim goes on from there, and renews the lease [J02, J04]. */
    boolean checkpoint(Claim claim, Transcript transcript, Duration lease);

    /** Notes the result; the recording is done [J05]. */
    boolean complete(Claim claim, Content content);

    /**
     * Notes that an engine failed: nobody is to try again before the rest is over [J06]. The transcript stays, and the failure is told
     * as it was noted, that its outcome is unknown, too [J06].
     */
    boolean postpone(Claim claim, EngineFailure failure, Duration rest);

    /** Notes that this audio cannot be used; believed for the time to live [J07]. */
    boolean refuse(Claim claim, Reason reason, String detail, Duration timeToLive);

    /**
     * What is noted of a recording, told without asking for the work [J17]; empty when it is unknown, forgotten or purged
     * [J17]. Nothing changes, and the end of a lease, a rest or a verdict's time to live alone changes no answer but the
     * rest, which is then zero, and the time it has been idle [J17].
     */
    Optional<RecordingNote> look(RecordingKey recording);

    /**
     * The owner's recordings in work or postponed, the greatest order first [J18]: none that are done or refused, and no
     * other owner's [J18].
     *
     * @param limit at most so many, 1 or more
     */
    List<RecordingNote> open(OwnerId owner, int limit);

    /**
     * The newest order among the done recordings of this conversation whose result has this fingerprint [J10]; empty when
     * none has.
     */
    Optional<Order> orderOf(ConversationKey conversation, Sha256 fingerprint);

    /**
     * Forgets what is known of a conversation that its owner deleted, words and all [J11]. What is in work under a lease
     * that lasts goes on [J11].
     */
    void forget(ConversationKey conversation);

    /**
     * Forgets one recording that its owner does not want to have finished, words and all [J19]: postponed, refused, or left in
     * work by somebody whose lease has ended. One that is done, or in work under a lease that lasts, stays as it is [J19].
     *
     * @return whether there was one to forget
     */
    boolean discard(RecordingKey recording);

    /**
     * Removes what ended, as done, postponed or refused, longer ago than the retention, and what was left in work that
     * long ago [J13]: the retention of such a one begins with the end of its lease. The newest done recording of each
     * conversation stays, so that it is recognised for ever [J13].
     *
     * @return how many went
     */
    int purge(Duration retention);
}
