package dev.scripta.core.simulation;

import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.error.StorageFailedException;
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
import java.util.function.BooleanSupplier;

/** The journal, behind the network. */
final class RemoteJournal implements RecordingJournal {

    private final World world;
    private final Machine from;

    RemoteJournal(World world, Machine from) {
        this.world = world;
        this.from = from;
    }

    @Override
    public JournalAnswer claim(ClaimRequest request, Duration lease) {
        Operation asking = world.scheduler.operation();
        asking.claim = Optional.empty();
        asking.claimUnanswered = false;
        try {
            return world.network.call(from, "claim", operation -> {
                JournalAnswer answer = world.journal.claim(request, lease);
                if (answer instanceof JournalAnswer.Granted granted) {
                    world.work.granted(operation, request, granted.claim());
                }
                if (answer instanceof JournalAnswer.Postponed) {
                    world.sightings.saw(Sight.POSTPONED);
                }
                world.trace.note("answered", answer.getClass().getSimpleName());
                return answer;
            });
        } catch (StorageFailedException failure) {
            world.work.unanswered(asking, request);
            throw failure;
        }
    }

    @Override
    public boolean renew(Claim claim, Duration lease) {
        return write("renew", claim, () -> world.journal.renew(claim, lease), () -> {});
    }

    @Override
    public boolean checkpoint(Claim claim, Transcript transcript, Duration lease) {
        return write("checkpoint", claim, () -> world.journal.checkpoint(claim, transcript, lease),
                () -> world.work.checkpointed(claim));
    }

    @Override
    public boolean complete(Claim claim, Content content) {
        return write("complete", claim, () -> world.journal.complete(claim, content),
                () -> world.work.completed(claim, content));
    }

    @Override
    public boolean postpone(Claim claim, EngineFailure failure, Duration rest) {
        return write("postpone", claim, () -> world.journal.postpone(claim, failure, rest), () -> {});
    }

    @Override
    public boolean refuse(Claim claim, Reason reason, String detail, Duration timeToLive) {
        return write("refuse", claim, () -> world.journal.refuse(claim, reason, detail, timeToLive), () -> {});
    }

    @Override
    public Optional<RecordingNote> look(RecordingKey recording) {
        return world.network.call(from, "look", operation -> world.journal.look(recording));
    }

    @Override
    public List<RecordingNote> open(OwnerId owner, int limit) {
        return world.network.call(from, "open", operation -> world.journal.open(owner, limit));
    }

    @Override
    public Optional<Order> orderOf(ConversationKey conversation, Sha256 fingerprint) {
        return world.network.call(from, "orderOf", operation -> world.journal.orderOf(conversation, fingerprint));
    }

    @Override
    public void forget(ConversationKey conversation) {
        world.network.call(from, "forget", operation -> {
            world.journal.forget(conversation);
            return true;
        });
    }

    @Override
    public boolean discard(RecordingKey recording) {
        return world.network.call(from, "discard", operation -> world.journal.discard(recording));
    }

    @Override
    public int purge(Duration retention) {
        return world.network.call(from, "purge", operation -> world.journal.purge(retention));
    }

    private boolean write(String what, Claim claim, BooleanSupplier write, Runnable effect) {
        return world.network.call(from, what, operation -> {
            boolean counts = write.getAsBoolean();
            world.work.noted(claim, counts);
            if (counts) {
                effect.run();
            }
            return counts;
        });
    }
}
