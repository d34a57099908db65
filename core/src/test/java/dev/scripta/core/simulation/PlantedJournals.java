package dev.scripta.core.simulation;

import dev.scripta.core.model.Claim;
import dev.scripta.core.model.ClaimRequest;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.JournalAnswer;
import dev.scripta.core.port.RecordingJournal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Journals with a defect each. */
final class PlantedJournals {

    private PlantedJournals() {}

    /** Takes a result from whoever brings one. */
    static RecordingJournal withoutFence(RecordingJournal inner) {
        Map<RecordingKey, JournalAnswer> results = new HashMap<>();
        return new JournalDouble(inner) {
            @Override
            public JournalAnswer claim(ClaimRequest request, Duration lease) {
                return Optional.ofNullable(results.get(request.recording()))
                        .orElseGet(() -> super.claim(request, lease));
            }

            @Override
            public boolean complete(Claim claim, Content content) {
                super.complete(claim, content);
                results.put(claim.recording(), new JournalAnswer.Done(claim.order(), content));
                return true;
            }
        };
    }

    /** Gives whoever takes a recording over an order of their own. */
    static RecordingJournal withNewOrderOnTakeOver(RecordingJournal inner) {
        return new JournalDouble(inner) {
            @Override
            public JournalAnswer claim(ClaimRequest request, Duration lease) {
                JournalAnswer answer = super.claim(request, lease);
                return answer instanceof JournalAnswer.Granted granted && granted.claim().fence() > 1
                        ? new JournalAnswer.Granted(new Claim(request.recording(), request.order(),
                                granted.claim().fence(), granted.claim().transcript()))
                        : answer;
            }
        };
    }

    /** Lets every claim end at once. */
    static RecordingJournal withoutLease(RecordingJournal inner) {
        return new JournalDouble(inner) {
            @Override
            public JournalAnswer claim(ClaimRequest request, Duration lease) {
                return super.claim(request, Duration.ofMillis(1));
            }
        };
    }

    /** Says that it noted a transcript, and did not. */
    static RecordingJournal withoutCheckpoint(RecordingJournal inner) {
        return new JournalDouble(inner) {
            @Override
            public boolean checkpoint(Claim claim, Transcript transcript, Duration lease) {
                return super.renew(claim, lease);
            }
        };
    }

    /** Knows a result by session and audio alone. */
    static RecordingJournal withoutOwner(RecordingJournal inner) {
        Map<RecordingKey, JournalAnswer> results = new HashMap<>();
        return new JournalDouble(inner) {
            @Override
            public JournalAnswer claim(ClaimRequest request, Duration lease) {
                return Optional.ofNullable(results.get(anybodys(request.recording())))
                        .orElseGet(() -> super.claim(request, lease));
            }

            @Override
            public boolean complete(Claim claim, Content content) {
                results.put(anybodys(claim.recording()), new JournalAnswer.Done(claim.order(), content));
                return super.complete(claim, content);
            }
        };
    }

    private static RecordingKey anybodys(RecordingKey recording) {
        return new RecordingKey(new ConversationKey(OwnerId.LOCAL, recording.conversation().session()),
                recording.audio());
    }
}
