package dev.scripta.adapters.http.accepted;

import dev.scripta.adapters.http.transport.SpoolFailedException;
import dev.scripta.core.model.AcceptedRecording;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Keeps accepted recordings until they are settled. Equal ones share one file, which nobody takes away while a request of
 * this process needs it. Thread-safe; a folder belongs to one process.
 */
final class Shelf {

    private final AcceptedFolder folder;
    private final AcceptedFolder givenUp;
    private final Uses uses;
    private final Retention retention;
    private final Clock clock;

    Shelf(AcceptedFolder folder, AcceptedFolder givenUp, Uses uses, Retention retention, Clock clock) {
        this.folder = folder;
        this.givenUp = givenUp;
        this.uses = uses;
        this.retention = retention;
        this.clock = clock;
        Deed.attempt("tidy", () -> {
            folder.deleteDrafts();
            return folder;
        });
    }

    /**
     * Takes a recording in and into use: its file, or in place of it that of an equal one, which is in use already.
     *
     * @return the intent to work for, on the file that is kept
     * @throws SpoolFailedException if it cannot be kept
     */
    AcceptedRecording put(AcceptedRecording accepted, Path spooled) {
        Manifest own = Manifest.of(accepted, clock.instant());
        String name = own.name();
        try {
            return uses.alone(name, () -> {
                Optional<Manifest> shared = uses.manifest(name);
                Optional<Manifest> known = shared.isPresent() ? shared : folder.manifest(name);
                Manifest manifest = known.map(first -> first.joinedBy(own)).orElse(own);
                if (!known.equals(Optional.of(manifest))) {
                    folder.write(manifest);
                }
                if (shared.isPresent()) {
                    Files.deleteIfExists(spooled);
                } else {
                    folder.takeIn(spooled, name);
                }
                AcceptedRecording intent = manifest.intent(AudioSource.of(folder.audio(name)), accepted);
                uses.begin(manifest);
                return intent;
            });
        } catch (IOException e) {
            throw new SpoolFailedException(e);
        }
    }

    /**
     * Takes an equal recording that is in use into one more use, in place of this file; empty when there is none. Costs
     * next to nothing, so that a thousand equal uploads at once ask the store for one order.
     *
     * @throws SpoolFailedException if the file cannot be deleted
     */
    Optional<AcceptedRecording> join(Recording recording, Path spooled) {
        String name = Manifest.name(recording.key(), recording.digest());
        try {
            return uses.alone(name, () -> {
                Optional<Manifest> shared = uses.manifest(name).filter(manifest -> !manifest.reprocess());
                if (shared.isEmpty()) {
                    return Optional.empty();
                }
                AudioSource audio = AudioSource.of(folder.audio(name));
                Files.deleteIfExists(spooled);
                uses.begin(shared.get());
                return Optional.of(shared.get().intent(audio));
            });
        } catch (IOException e) {
            throw new SpoolFailedException(e);
        }
    }

    /**
     * Has a recording that is in use survive the end of the machine.
     *
     * @throws SpoolFailedException if it may not
     */
    void force(AcceptedRecording intent) {
        try {
            folder.force(name(intent));
        } catch (IOException e) {
            throw new SpoolFailedException(e);
        }
    }

    /** Takes a recording that nobody works on into use; puts those away that need no work or are beyond it. */
    Optional<AcceptedRecording> take(String name) {
        return Deed.attempt("take", () -> uses.alone(name, () -> {
            Optional<Manifest> found = uses.manifest(name).isPresent() ? Optional.empty() : retention.workable(name);
            if (found.isEmpty()) {
                return Optional.<AcceptedRecording>empty();
            }
            AudioSource audio = AudioSource.of(folder.audio(name));
            uses.begin(found.get());
            return Optional.of(found.get().intent(audio));
        })).flatMap(found -> found);
    }

    /** Ends a use. What is settled goes with its last one. */
    void release(AcceptedRecording intent, Ending ending) {
        String name = name(intent);
        Deed.attempt("release", () -> uses.alone(name, () -> {
            boolean covers = uses.manifest(name).filter(manifest -> manifest.isEndedBy(intent)).isPresent();
            Optional<Manifest> toRetire = uses.end(name, covers ? ending : Ending.UNTOLD);
            if (toRetire.isPresent()) {
                retention.retire(toRetire.get());
            }
            return name;
        }));
    }

    /** Puts a recording where nobody tries it again, unless somebody still works on it. */
    void giveUp(AcceptedRecording intent, String reason) {
        String name = name(intent);
        Deed.attempt("give up", () -> uses.alone(name, () -> {
            if (uses.manifest(name).isEmpty()) {
                retention.putAside(name, reason);
            }
            return name;
        }));
    }

    /** Deletes the session's audio, except what is worked on at the moment. */
    void forget(ConversationKey key) {
        for (AcceptedFolder place : List.of(folder, givenUp)) {
            for (String name : Deed.attempt("list", () -> place.register().of(key)).orElse(List.of())) {
                Deed.attempt("forget", () -> uses.alone(name, () -> {
                    Optional<Manifest> manifest = place.manifest(name).filter(found -> found.key().equals(key));
                    if (manifest.isPresent() && uses.manifest(name).isEmpty()) {
                        place.delete(name);
                    }
                    return name;
                }));
            }
        }
    }

    private static String name(AcceptedRecording intent) {
        return Manifest.name(intent.recording().key(), intent.recording().digest());
    }
}
