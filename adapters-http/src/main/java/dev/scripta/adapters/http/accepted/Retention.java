package dev.scripta.adapters.http.accepted;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What stays of recordings that nobody uses any more, and for how long. To be asked within {@link Uses#alone}.
 */
final class Retention {

    private static final System.Logger LOG = System.getLogger(Retention.class.getName());

    /** After that, no engine will ever do it, and nobody waits for it. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private final AcceptedFolder folder;
    private final AcceptedFolder givenUp;
    private final Duration keepAudio;
    private final Clock clock;

    /** Audio stays for so long after its acceptance, though it needs no more work. */
    Retention(AcceptedFolder folder, AcceptedFolder givenUp, Duration keepAudio, Clock clock) {
        this.folder = folder;
        this.givenUp = givenUp;
        this.keepAudio = keepAudio;
        this.clock = clock;
    }

    /** The recording if it can be worked on; else empty, and it is put away: it needs no work, or is beyond it. */
    Optional<Manifest> workable(String name) throws IOException {
        if (!folder.hasAudio(name)) {
            // It was settled meanwhile, or a crash came before it was taken in or while it was deleted.
            folder.delete(name);
            return Optional.empty();
        }
        Optional<Manifest> found = folder.manifest(name);
        if (found.isEmpty()) {
            putAside(name, "is damaged");
            return Optional.empty();
        }
        Manifest manifest = found.get();
        if (manifest.done()) {
            retire(manifest);
            return Optional.empty();
        }
        if (isOver(manifest.accepted(), LONGEST)) {
            putAside(name, "could not be finished in " + LONGEST.toDays() + " days");
            return Optional.empty();
        }
        // Last, for it reads everything: what the machine's end left of the audio must not count as what was said.
        if (!folder.isWhole(manifest)) {
            putAside(name, "is damaged");
            return Optional.empty();
        }
        return found;
    }

    /**
     * Keeps nothing of it but its audio, if it can be heard beside its conversation, and that no longer than was asked
     * for; nor what was given up of it before.
     */
    void retire(Manifest manifest) throws IOException {
        givenUp.delete(manifest.name());
        if (manifest.heard().filter(heard -> !isOver(heard.accepted(), keepAudio)).isEmpty()) {
            folder.delete(manifest.name());
        } else if (!manifest.done()) {
            folder.write(manifest.asDone());
        }
    }

    /** Puts a recording where nobody tries it again. */
    void putAside(String name, String reason) throws IOException {
        LOG.log(System.Logger.Level.WARNING, "Accepted recording {0} {1}: given up", name, reason);
        folder.move(name, givenUp);
    }

    private boolean isOver(Instant accepted, Duration time) {
        return !clock.instant().isBefore(accepted.plus(time));
    }
}
