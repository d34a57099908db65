package dev.scripta.core.simulation;

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
import dev.scripta.core.port.JournalAnswer;
import dev.scripta.core.port.RecordingJournal;
import dev.scripta.core.port.RecordingNote;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A journal around another: a test plants a defect in it. */
class JournalDouble implements RecordingJournal {

    final RecordingJournal inner;

    JournalDouble(RecordingJournal inner) {
        this.inner = inner;
    }

    @Override
    public JournalAnswer claim(ClaimRequest request, Duration lease) {
        return inner.claim(request, lease);
    }

    @Override
    public boolean renew(Claim claim, Duration lease) {
        return inner.renew(claim, lease);
    }

    @Override
    public boolean checkpoint(Claim claim, Transcript transcript, Duration lease) {
        return inner.checkpoint(claim, transcript, lease);
    }

    @Override
    public boolean complete(Claim claim, Content content) {
        return inner.complete(claim, content);
    }

    @Override
    public boolean postpone(Claim claim, EngineFailure failure, Duration rest) {
        return inner.postpone(claim, failure, rest);
    }

    @Override
    public boolean refuse(Claim claim, Reason reason, String detail, Duration timeToLive) {
        return inner.refuse(claim, reason, detail, timeToLive);
    }

    @Override
    public Optional<RecordingNote> look(RecordingKey recording) {
        return inner.look(recording);
    }

    @Override
    public List<RecordingNote> open(OwnerId owner, int limit) {
        return inner.open(owner, limit);
    }

    @Override
    public Optional<Order> orderOf(ConversationKey conversation, Sha256 fingerprint) {
        return inner.orderOf(conversation, fingerprint);
    }

    @Override
    public void forget(ConversationKey conversation) {
        inner.forget(conversation);
    }

    @Override
    public boolean discard(RecordingKey recording) {
        return inner.discard(recording);
    }

    @Override
    public int purge(Duration retention) {
        return inner.purge(retention);
    }
}
