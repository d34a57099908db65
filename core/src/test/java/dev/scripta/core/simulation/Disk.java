package dev.scripta.core.simulation;

import dev.scripta.core.model.AcceptedRecording;
import dev.scripta.core.model.ClaimRequest;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.port.SaveBacklog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a machine still has after its process died: the backlog, the saves given up, the recordings it accepted. */
final class Disk {

    final SaveBacklog backlog;
    final List<DeferredSave> dead = new ArrayList<>();

    /** By what makes them the same work; the first acceptance stays. */
    private final Map<Spooled, AcceptedRecording> spool = new LinkedHashMap<>();

    private record Spooled(RecordingKey recording, boolean reprocess) {
        static Spooled of(AcceptedRecording accepted) {
            ClaimRequest request = accepted.claimRequest();
            return new Spooled(request.recording(), request.reprocess());
        }
    }

    Disk(SaveBacklog backlog) {
        this.backlog = backlog;
    }

    /** Every save it keeps for the conversation, in whatever folder. */
    Stream<SaveRequest> saves(ConversationKey key) {
        return Stream.concat(backlog.find(key).stream(), dead.stream().filter(save -> save.key().equals(key)))
                .map(DeferredSave::request);
    }

    void spool(AcceptedRecording accepted) {
        spool.putIfAbsent(Spooled.of(accepted), accepted);
    }

    void unspool(AcceptedRecording accepted) {
        spool.remove(Spooled.of(accepted));
    }

    List<AcceptedRecording> spooled() {
        return List.copyOf(spool.values());
    }
}
