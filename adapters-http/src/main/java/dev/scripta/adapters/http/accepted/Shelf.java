package dev.scripta.adapters.http.accepted;

import dev.scripta.core.model.AcceptedRecording;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.RecordingKey;
import java.util.List;
import java.util.Optional;

/**
 * Keeps accepted recordings until they are settled: nobody takes a file away while a request of this process needs it. A disk
 * that fails here costs nobody an answer. Thread-safe; a folder belongs to one process.
 */
final class Shelf {

    private final AcceptedFolder folder;
    private final AcceptedFolder givenUp;
    private final Uses uses;
    private final Retention retention;

    Shelf(AcceptedFolder folder, AcceptedFolder givenUp, Uses uses, Retention retention) {
        this.folder = folder;
        this.givenUp = givenUp;
        this.uses = uses;
        this.retention = retention;
        Deed.attempt("tidy", () -> {
            folder.deleteDrafts();
            return folder;
        });
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
        String name = Manifest.name(intent.recording());
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
        String name = Manifest.name(intent.recording());
        Deed.attempt("give up", () -> uses.alone(name, () -> {
            if (uses.manifest(name).isEmpty()) {
                retention.putAside(name, reason);
            }
            return name;
        }));
    }

    /**
     * Keeps nothing of one recording but what can be heard beside its conversation.
     *
     * @return whether nothing is left to be worked on; false when somebody works on it at the moment
     */
    boolean discard(RecordingKey recording) {
        String name = Manifest.name(recording.conversation(), recording.audio());
        return Deed.attempt("discard", () -> uses.alone(name, () -> {
            if (uses.manifest(name).isPresent()) {
                return false;
            }
            Optional<Manifest> kept = folder.manifest(name);
            if (kept.isPresent()) {
                retention.retire(kept.get());
            } else {
                givenUp.delete(name);
            }
            return true;
        })).orElse(false);
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
}
