package dev.scripta.adapters.http.accepted;

import dev.scripta.core.model.AcceptedRecording;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.Recording;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of an accepted recording beside its bytes.
 *
 * @param key whose it is
 * @param digest SHA-256 of the audio
 * @param size bytes of the audio
 * @param order given when it was accepted first
 * @param reprocess whether it shall be paid for again, on purpose
 * @param accepted when
 * @param done whether it needs no more work, and is kept for its audio
 * @param heard since it became the conversation, which may have been before it was accepted this time; empty before that
 */
record Manifest(ConversationKey key, Sha256 digest, long size, Order order, boolean reprocess, Instant accepted,
        boolean done, Optional<Heard> heard) {

    /**
     * The acceptance by which a recording became its conversation.
     *
     * @param order given then
     * @param accepted when that was
     */
    record Heard(Order order, Instant accepted) {

        Heard {
            Objects.requireNonNull(order, "order");
            Objects.requireNonNull(accepted, "accepted");
        }
    }

    Manifest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(accepted, "accepted");
        Objects.requireNonNull(heard, "heard");
    }

    static Manifest of(AcceptedRecording intent, Instant now) {
        Recording recording = intent.recording();
        return new Manifest(recording.key(), recording.digest(), recording.audio().size(), intent.order(),
                intent.reprocess(), now, false, Optional.empty());
    }

    /** The same for equal recordings of the same conversation, and for no others. */
    static String name(ConversationKey key, Sha256 digest) {
        return digest(List.of(key.owner().value(), key.session().value(), digest.hex())).hex();
    }

    static String name(Recording recording) {
        return name(recording.key(), recording.digest());
    }

    /** The same for the same parts, and for no others. */
    static Sha256 digest(List<String> parts) {
        MessageDigest digest = Sha256.newDigest();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            digest.update(bytes);
        }
        return Sha256.finished(digest);
    }

    RecordingKey recording() {
        return new RecordingKey(key, digest);
    }

    String name() {
        return name(key, digest);
    }

    /** An equal recording was accepted: the first intent stays, unless it is done or does not ask for as much. */
    Manifest joinedBy(Manifest other) {
        return done || (other.reprocess && !reprocess) ? other.with(other.done, heard) : this;
    }

    /** Whether what came of that intent came of this one, too. */
    boolean isEndedBy(AcceptedRecording intent) {
        return intent.reprocess() || !reprocess;
    }

    /** It became the conversation. */
    Manifest asHeard() {
        return with(done, Optional.of(new Heard(order, accepted)));
    }

    Manifest asDone() {
        return with(true, heard);
    }

    private Manifest with(boolean nowDone, Optional<Heard> nowHeard) {
        return new Manifest(key, digest, size, order, reprocess, accepted, nowDone, nowHeard);
    }

    /** The intent to repeat after a crash. */
    AcceptedRecording intent(AudioSource audio) {
        return new AcceptedRecording(new Recording(key, audio, digest), order, reprocess);
    }

    /** A caller's intent: whoever repeats the first one keeps its order. */
    AcceptedRecording intent(AudioSource audio, AcceptedRecording caller) {
        Order kept = reprocess || caller.reprocess() ? caller.order() : order;
        return new AcceptedRecording(new Recording(key, audio, digest), kept, caller.reprocess());
    }
}
