package dev.scripta.adapters.postgres.backlog;

import dev.scripta.core.model.DeferredSave;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files of saves that wait, by their names, and what is known of them without reading them. One writer at a time; readers
 * need not wait for it.
 */
final class WaitingFiles {

    private static final System.Logger LOG = System.getLogger(WaitingFiles.class.getName());

    private final DeferredSaveJson json = new DeferredSaveJson();
    private final Map<String, WaitingSave> index = new ConcurrentHashMap<>();

    /** Files of which the disk did not tell what they hold, or not whether they hold it for good. */
    private final Set<String> unsure = ConcurrentHashMap.newKeySet();
    private final DurableFolder folder;
    private final DeadLetters dead;

    /** Finds what waits in the folder. */
    WaitingFiles(DurableFolder folder, DeadLetters dead) throws IOException {
        this.folder = folder;
        this.dead = dead;
        folder.sync();
        for (String name : folder.names()) {
            try {
                follow(name);
            } catch (IOException e) {
                unsure.add(name);
                LOG.log(System.Logger.Level.WARNING, "a save that waits cannot be read and is tried again later", e);
            }
        }
    }

    /** What waits in this file, as far as it is known. */
    Optional<WaitingSave> known(String name) {
        return Optional.ofNullable(index.get(name));
    }

    List<WaitingSave> known() {
        return List.copyOf(index.values());
    }

    boolean isUnsure(String name) {
        return unsure.contains(name);
    }

    Collection<String> unsure() {
        return List.copyOf(unsure);
    }

    KeptSave read(String name) throws IOException, DamagedSaveException {
        KeptSave kept = json.read(folder.read(name));
        if (!name.equals(FileName.of(kept.save().key()))) {
            throw new DamagedSaveException("the file has the name of another conversation");
        }
        return kept;
    }

    /** Makes sure of a file, whatever became of it: it is read again, and what it holds is there for good. */
    Optional<DeferredSave> lookAgain(String name) throws IOException {
        unsure.add(name);
        Optional<DeferredSave> found = follow(name);
        folder.sync();
        unsure.remove(name);
        return found;
    }

    /** Only damage is put apart: what a disk does not let us read may be as good as ever. */
    private Optional<DeferredSave> follow(String name) throws IOException {
        try {
            KeptSave kept = read(name);
            index.put(name, WaitingSave.of(kept));
            return Optional.of(kept.save());
        } catch (NoSuchFileException e) {
            // Settled meanwhile, or removed by hand.
            index.remove(name);
        } catch (CharacterCodingException | DamagedSaveException e) {
            index.remove(name);
            dead.bury(folder, name, e);
        }
        return Optional.empty();
    }

    void write(String name, KeptSave kept, WaitingSave entry) throws IOException {
        try {
            folder.write(name, DeferredSaveJson.bytes(kept));
            index.put(name, entry);
        } catch (IOException e) {
            // It may have failed when the file was there already.
            try {
                lookAgain(name);
            } catch (IOException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    /** Lets go of what is in this file, and removes it if the disk lets us. */
    void remove(String name) {
        forget(name);
        try {
            folder.delete(name);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the file of a settled save cannot be removed", e);
        }
    }

    /** Lets go of what is in this file until the next start. */
    void forget(String name) {
        index.remove(name);
    }
}
