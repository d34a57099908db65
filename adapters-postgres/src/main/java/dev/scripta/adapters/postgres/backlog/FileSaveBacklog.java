package dev.scripta.adapters.postgres.backlog;

import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.model.BacklogSize;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.model.Displaced;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.port.SaveBacklog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Keeps saves as files, one for each conversation, so that they survive whatever ends the process. Files and folder are for
 * the user who runs it alone. Given-up saves, and files that cannot be understood, go to the folder {@code dead} in it. What
 * is asked about conversations without a save that waits is answered from memory. Of what gave way to a save that waits, the
 * newest hundred are recognised.
 *
 * <p>
 * Thread-safe; one process at a time may use a folder. A disk that fails to remove a file does not keep the save waiting: it
 * waits again after the next start, and saving it once more changes nothing. A file that the disk fails to read is left where
 * it is and tried again whenever it is asked for, and nothing replaces it before.
 */
public final class FileSaveBacklog implements SaveBacklog {

    private static final System.Logger LOG = System.getLogger(FileSaveBacklog.class.getName());

    /** Held by whoever changes anything; readers need not wait for a disk. */
    private final ReentrantLock writing = new ReentrantLock();
    private final BacklogLimits limits;
    private final WaitingFiles files;
    private final DeadLetters dead;

    /**
     * Opens a backlog and finds what waits in it.
     *
     * @param folder where the files are; made if needed
     * @param limits for what is added from now on
     * @throws StorageFailedException when the folder cannot be used
     */
    public FileSaveBacklog(Path folder, BacklogLimits limits) {
        this(folder, limits, FolderSync::bySystem);
    }

    FileSaveBacklog(Path folder, BacklogLimits limits, FolderSync sync) {
        this.limits = Objects.requireNonNull(limits, "limits");
        try {
            DurableFolder waiting = new DurableFolder(folder, sync);
            this.dead = new DeadLetters(new DurableFolder(folder.resolve("dead"), sync));
            this.files = new WaitingFiles(waiting, dead);
        } catch (IOException e) {
            throw new StorageFailedException("the folder for saves that wait cannot be used", false, e);
        }
    }

    @Override
    public boolean add(DeferredSave save) {
        String name = FileName.of(save.key());
        return exclusively(() -> {
            try {
                if (files.isUnsure(name)) {
                    files.lookAgain(name);
                }
                return added(name, save);
            } catch (IOException | DamagedSaveException e) {
                LOG.log(System.Logger.Level.WARNING, "a save cannot be kept on disk", e);
                return false;
            }
        });
    }

    private boolean added(String name, DeferredSave save) throws IOException, DamagedSaveException {
        Optional<WaitingSave> known = files.known(name);
        if (known.isPresent() && known.orElseThrow().isAsNewAs(save.request())) {
            note(name, known.orElseThrow(), save.request());
            return true;
        }
        Displaced displaced = known.map(older -> older.displacedBy(save.request())).orElse(Displaced.NONE);
        KeptSave kept = new KeptSave(save, displaced);
        WaitingSave offered = WaitingSave.of(kept);
        boolean fits = fits(offered, known);
        if (fits) {
            files.write(name, kept, offered);
        }
        return fits;
    }

    private void note(String name, WaitingSave stays, SaveRequest gaveWay) throws IOException, DamagedSaveException {
        Displaced displaced = stays.displacing(gaveWay);
        if (!displaced.equals(stays.displaced())) {
            KeptSave kept = new KeptSave(files.read(name).save(), displaced);
            files.write(name, kept, WaitingSave.of(kept));
        }
    }

    private boolean fits(WaitingSave offered, Optional<WaitingSave> replaced) {
        BacklogSize size = size();
        return size.bytes() - replaced.map(WaitingSave::bytes).orElse(0L) + offered.bytes() <= limits.bytes()
                && (replaced.isPresent() || size.entries() < limits.entries());
    }

    @Override
    public Optional<DeferredSave> find(ConversationKey conversation) {
        String name = FileName.of(conversation);
        if (files.isUnsure(name)) {
            return exclusively(() -> lookedAgain(name));
        }
        return files.known(name).flatMap(known -> read(name));
    }

    private Optional<DeferredSave> read(String name) {
        try {
            return Optional.of(files.read(name).save());
        } catch (IOException | DamagedSaveException e) {
            // It may be gone or replaced since: only who holds the lock can tell.
            return exclusively(() -> lookedAgain(name));
        }
    }

    private Optional<DeferredSave> lookedAgain(String name) {
        try {
            return files.lookAgain(name);
        } catch (IOException e) {
            throw new StorageFailedException("a save that waits cannot be read", true, e);
        }
    }

    @Override
    public Optional<Order> orderOf(ConversationKey conversation, Sha256 fingerprint) {
        Objects.requireNonNull(fingerprint, "fingerprint");
        String name = FileName.of(conversation);
        if (files.isUnsure(name)) {
            exclusively(() -> lookedAgain(name));
        }
        return files.known(name).flatMap(known -> known.orderOf(fingerprint));
    }

    @Override
    public List<ConversationKey> waiting() {
        files.unsure().forEach(this::tryAgain);
        return files.known().stream().sorted(Comparator.comparing(WaitingSave::at)).map(WaitingSave::key).toList();
    }

    private void tryAgain(String name) {
        try {
            exclusively(() -> lookedAgain(name));
        } catch (StorageFailedException e) {
            LOG.log(System.Logger.Level.WARNING, e.getMessage(), e.getCause());
        }
    }

    @Override
    public void remove(DeferredSave save) {
        String name = FileName.of(save.key());
        exclusively(() -> {
            if (isWaiting(name, save)) {
                files.remove(name);
            }
            return true;
        });
    }

    @Override
    public void giveUp(DeferredSave save, String reason) {
        byte[] text = DeferredSaveJson.bytes(save, reason);
        String name = FileName.of(save.key());
        exclusively(() -> {
            if (isWaiting(name, save) && dead.keep(name, text)) {
                files.remove(name);
            } else if (isWaiting(name, save)) {
                // Its file stays where it is until the next start, and is not tried again before.
                files.forget(name);
            }
            return true;
        });
    }

    private boolean isWaiting(String name, DeferredSave save) {
        return files.known(name).filter(known -> known.is(save)).isPresent();
    }

    @Override
    public BacklogSize size() {
        List<WaitingSave> all = files.known();
        return new BacklogSize(all.size(), all.stream().mapToLong(WaitingSave::bytes).sum(),
                all.stream().map(WaitingSave::at).min(Comparator.naturalOrder()), dead.count());
    }

    private <T> T exclusively(Supplier<T> work) {
        writing.lock();
        try {
            return work.get();
        } finally {
            writing.unlock();
        }
    }
}
