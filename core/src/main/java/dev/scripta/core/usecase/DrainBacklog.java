package dev.scripta.core.usecase;

import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.ClaimRequest;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.port.JournalAnswer;
import java.util.Objects;
import java.util.Optional;

/** Saves what waits in the backlog, once the store is back. Thread-safe, but one at a time is enough. */
public final class DrainBacklog {

    /** One save may meet a locked row or take too long, and must not keep the others; the second tells of the store. */
    private static final int TELLING = 2;

    private final Stores stores;
    private final Claims claims;
    private final RepeatedContent repeated;

    /** The use case over these stores; {@code claims} is shared with {@link ProcessRecording}. */
    public DrainBacklog(Stores stores, Claims claims) {
        this.stores = Objects.requireNonNull(stores, "stores");
        this.claims = Objects.requireNonNull(claims, "claims");
        this.repeated = new RepeatedContent(stores);
    }

    /**
     * Tries each save that waits once, the oldest first, with the order it was given when it was accepted. The first one
     * is the probe: when it finds the store away, the others are left for the next time. A save that the store refuses
     * for good, though it answers, is given up, so that it cannot keep the others from being saved.
     */
    public Drained drain() {
        int settled = 0;
        int givenUp = 0;
        int stuckInARow = 0;
        for (ConversationKey key : stores.backlog().waiting()) {
            Try result = stores.backlog().find(key).map(this::tryToSettle).orElse(Try.WAITS);
            settled += result == Try.SETTLED ? 1 : 0;
            givenUp += result == Try.GIVEN_UP ? 1 : 0;
            stuckInARow = result == Try.STUCK ? stuckInARow + 1 : 0;
            if (result == Try.STORE_AWAY || stuckInARow == TELLING) {
                return new Drained(settled, givenUp, true);
            }
        }
        return new Drained(settled, givenUp, false);
    }

    /** What came of one save. */
    private enum Try {
        SETTLED, WAITS, STUCK, GIVEN_UP, STORE_AWAY
    }

    private Try tryToSettle(DeferredSave save) {
        Optional<Head> stored;
        try {
            stored = stores.conversations().head(save.key());
        } catch (StorageFailedException away) {
            // Whether it is away or refuses to be asked: it has nothing against this save.
            return Try.STORE_AWAY;
        }
        try {
            return settle(save, stored) ? Try.SETTLED : Try.WAITS;
        } catch (StorageFailedException failure) {
            if (failure.retryable()) {
                return Try.STUCK;
            }
            stores.backlog().giveUp(save, failure.detail());
            return Try.GIVEN_UP;
        }
    }

    private boolean settle(DeferredSave save, Optional<Head> stored) {
        Optional<SaveRequest> toSave = save.recording().isPresent()
                ? recorded(save, save.recording().get())
                : Optional.of(repeating(save.request(), stored));
        // Another worker may have heard nothing where this one heard words: a silence replaces none.
        toSave.filter(request -> save.audio().isEmpty() || request.content().transcript().hasSpeech())
                .ifPresent(stores.conversations()::save);
        toSave.ifPresent(request -> stores.backlog().remove(save));
        return toSave.isPresent();
    }

    /** What a caller brought while nobody could tell whether it was a repetition; now it can be told. */
    private SaveRequest repeating(SaveRequest request, Optional<Head> stored) {
        return repeated.orderOf(request.key(), request.content().fingerprint(), stored)
                .map(order -> SaveRequest.of(request.key(), request.content(), order, request.at()))
                .orElse(request);
    }

    /**
     * Tells the journal first: only its result counts, and then nobody pays for the recording again. Empty while another
     * worker has it in work.
     */
    private Optional<SaveRequest> recorded(DeferredSave save, RecordingKey recording) {
        SaveRequest request = save.request();
        JournalAnswer answer = claims.claim(new ClaimRequest(recording, request.order(), false));
        if (answer instanceof JournalAnswer.Done done) {
            return Optional.of(SaveRequest.of(request.key(), done.content(), done.order(), request.at()));
        }
        return Optional.of(answer)
                .filter(JournalAnswer.Granted.class::isInstance)
                .map(granted -> ((JournalAnswer.Granted) granted).claim())
                .filter(claim -> completed(claim, save))
                .map(Claim::order)
                .map(order -> SaveRequest.of(request.key(), request.content(), order, request.at()));
    }

    private boolean completed(Claim claim, DeferredSave save) {
        try {
            return stores.journal().complete(claim, save.request().content());
        } finally {
            claims.letGo(claim);
        }
    }
}
