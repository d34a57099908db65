package dev.scripta.app.metrics;

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
import java.util.Objects;
import java.util.Optional;

/** Counts what a journal answers to who wants to work. Thread-safe. */
public final class MeasuredRecordingJournal implements RecordingJournal {

    private final RecordingJournal journal;
    private final Meters meters;

    /** Counts the answers of this journal. */
    public MeasuredRecordingJournal(RecordingJournal journal, Meters meters) {
        this.journal = Objects.requireNonNull(journal, "journal");
        this.meters = Objects.requireNonNull(meters, "meters");
    }

    @Override
    public JournalAnswer claim(ClaimRequest request, Duration lease) {
        JournalAnswer answer = journal.claim(request, lease);
        meters.claimed(switch (answer) {
            case JournalAnswer.Granted granted -> "granted";
            case JournalAnswer.InWork inWork -> "in_work";
            case JournalAnswer.Done done -> "done";
            case JournalAnswer.Postponed postponed -> "postponed";
            case JournalAnswer.Refused refused -> "refused";
        });
        return answer;
    }

    @Override
    public boolean renew(Claim claim, Duration lease) {
        return journal.renew(claim, lease);
    }

    @Override
    public boolean checkpoint(Claim claim, Transcript transcript, Duration lease) {
        return journal.checkpoint(claim, transcript, lease);
    }

    @Override
    public boolean complete(Claim claim, Content content) {
        return journal.complete(claim, content);
    }

    @Override
    public boolean postpone(Claim claim, EngineFailure failure, Duration rest) {
        return journal.postpone(claim, failure, rest);
    }

    @Override
    public boolean refuse(Claim claim, Reason reason, String detail, Duration timeToLive) {
        return journal.refuse(claim, reason, detail, timeToLive);
    }

    @Override
    public Optional<RecordingNote> look(RecordingKey recording) {
        return journal.look(recording);
    }

    @Override
    public List<RecordingNote> open(OwnerId owner, int limit) {
        return journal.open(owner, limit);
    }

    @Override
    public Optional<Order> orderOf(ConversationKey conversation, Sha256 fingerprint) {
        return journal.orderOf(conversation, fingerprint);
    }

    @Override
    public void forget(ConversationKey conversation) {
        journal.forget(conversation);
    }

    @Override
    public boolean discard(RecordingKey recording) {
        return journal.discard(recording);
    }

    @Override
    public int purge(Duration retention) {
        return journal.purge(retention);
    }
}
