package dev.scripta.adapters.http.accepted;

import dev.scripta.adapters.http.transport.SpoolFailedException;
import dev.scripta.core.model.AcceptedRecording;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * Takes recordings in, and into use. Equal ones share one file. What cannot be kept is not accepted: a disk that fails here fails
 * the request. Thread-safe.
 */
final class Intake {

    private final AcceptedFolder folder;
    private final Uses uses;
    private final Clock clock;

    Intake(AcceptedFolder folder, Uses uses, Clock clock) {
        this.folder = folder;
        this.uses = uses;
        this.clock = clock;
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
        String name = Manifest.name(recording);
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
            folder.force(Manifest.name(intent.recording()));
        } catch (IOException e) {
            throw new SpoolFailedException(e);
        }
    }
}
