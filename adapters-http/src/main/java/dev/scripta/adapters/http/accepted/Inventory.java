package dev.scripta.adapters.http.accepted;

import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.Recording;
import dev.scripta.core.model.RecordingKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells which recordings are kept. Changes nothing, and therefore asks without {@link Uses#alone}: an answer may be of the past
 * when it comes, as with any look at a disk. What the disk does not tell counts as not kept. Thread-safe.
 */
final class Inventory {

    private static final Comparator<Manifest> NEWEST_FIRST = Comparator
            .comparingLong((Manifest manifest) -> manifest.order().value())
            .reversed();

    private static final Comparator<Manifest> HEARD_LAST_FIRST = Comparator
            .comparingLong((Manifest manifest) -> manifest.heard().orElseThrow().order().value())
            .reversed();

    private final AcceptedFolder folder;
    private final AcceptedFolder givenUp;
    private final Uses uses;

    Inventory(AcceptedFolder folder, AcceptedFolder givenUp, Uses uses) {
        this.folder = folder;
        this.givenUp = givenUp;
        this.uses = uses;
    }

    /** The names of all recordings, whatever is known of them. */
    List<String> names() {
        return Deed.attempt("list", folder::names).orElse(List.of());
    }

    /** The names of those given up. */
    List<String> givenUp() {
        return Deed.attempt("list", givenUp::names).orElse(List.of());
    }

    /** What being kept here tells of a recording; empty when it is not, or needs no more work. */
    Optional<Keeping> keeping(RecordingKey recording) {
        String name = Manifest.name(recording.conversation(), recording.audio());
        return Deed.attempt("look", () -> {
            if (uses.manifest(name).isPresent() || folder.manifest(name)
                    .filter(manifest -> !manifest.done())
                    .isPresent()) {
                return Optional.of(Keeping.KEPT);
            }
            return givenUp.manifest(name).map(manifest -> Keeping.GIVEN_UP);
        }).flatMap(found -> found);
    }

    /** The conversation's recordings that it was made of, while they are kept, the last one first. */
    List<Recording> kept(ConversationKey key) {
        return Deed.attempt("find", () -> {
            List<Manifest> kept = new ArrayList<>();
            for (String name : folder.register().of(key)) {
                folder.manifest(name)
                        .filter(manifest -> manifest.heard().isPresent() && manifest.key().equals(key))
                        .filter(manifest -> folder.hasAudio(name))
                        .ifPresent(kept::add);
            }
            kept.sort(HEARD_LAST_FIRST);
            List<Recording> recordings = new ArrayList<>();
            for (Manifest manifest : kept) {
                recordings.add(new Recording(key, AudioSource.of(folder.audio(manifest.name())), manifest.digest()));
            }
            return recordings;
        }).orElse(List.of());
    }

    /** The owner's recordings that need work or were given up, the one accepted last first. */
    List<RecordingKey> open(OwnerId owner) {
        return Stream.of(folder, givenUp)
                .flatMap(place -> Deed.attempt("list", () -> place.register().open(owner)).orElse(List.of()).stream())
                .sorted(NEWEST_FIRST)
                .map(Manifest::recording)
                .distinct()
                .toList();
    }
}
