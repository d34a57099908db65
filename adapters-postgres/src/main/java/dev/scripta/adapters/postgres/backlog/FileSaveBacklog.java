package dev.scripta.adapters.postgres.backlog;

import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.model.BacklogSize;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.port.SaveBacklog;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Keeps saves as files, one for each conversation, so that they survive whatever ends the process. Files and folder are for
 * the user who runs it alone. Given-up saves, and files that cannot be understood, go to the folder {@code dead} in it. What
 * is asked about conversations without a save that waits is answered from memory.
 *
 * <p>
 * Thread-safe; one process at a time may use a folder. A disk that fails to remove a file does not keep the save waiting: it
 * waits again after the next start, and saving it once more changes nothing.
 */
public final class FileSaveBacklog implements SaveBacklog {

    private static final System.Logger LOG = System.getLogger(FileSaveBacklog.class.getName());

    private final DeferredSaveJson json = new DeferredSaveJson();
    private final Map<ConversationKey, WaitingSave> index = new ConcurrentHashMap<>();

    /** Held by whoever changes anything; readers need not wait for a disk. */
    private final ReentrantLock writing = new ReentrantLock();
    private final BacklogLimits limits;
    private final DurableFolder waiting;
    private final DeadLetters dead;

    /**
     * Opens a backlog and finds what waits in it.
     *
     * @param folder where the files are; made if needed
     * @param limits for what is added from now on
     * @throws StorageFailedException when the folder cannot be used
     */
    public FileSaveBacklog(Path folder, BacklogLimits limits) {
        this.limits = Objects.requireNonNull(limits, "limits");
        try {
            this.waiting = new DurableFolder(folder);
            this.dead = new DeadLetters(new DurableFolder(folder.resolve("dead")));
            for (String name : waiting.names()) {
                readBack(name);
            }
        } catch (IOException e) {
            throw new StorageFailedException("the folder for saves that wait cannot be used", false, e);
        }
    }

    private void readBack(String name) {
        try {
            DeferredSave save = json.read(waiting.read(name));
            if (!name.equals(FileName.of(save.key()))) {
                throw new DamagedSaveException("the file has the name of another conversation");
            }
            index.put(save.key(), WaitingSave.of(save, bytes(DeferredSaveJson.text(save))));
        } catch (IOException | DamagedSaveException e) {
            dead.bury(waiting, name, e);
        }
    }

    @Override
    public boolean add(DeferredSave save) {
        byte[] text = bytes(DeferredSaveJson.text(save));
        WaitingSave offered = WaitingSave.of(save, text);
        return exclusively(() -> {
            Optional<WaitingSave> known = Optional.ofNullable(index.get(save.key()));
            return known.filter(other -> other.isAsNewAs(offered)).isPresent()
                    || (fits(offered, known) && written(save, offered, text));
        });
    }

    private boolean fits(WaitingSave offered, Optional<WaitingSave> replaced) {
        BacklogSize size = size();
        return size.bytes() - replaced.map(WaitingSave::bytes).orElse(0L) + offered.bytes() <= limits.bytes()
                && (replaced.isPresent() || size.entries() < limits.entries());
    }

    private boolean written(DeferredSave save, WaitingSave entry, byte[] text) {
        try {
            waiting.write(FileName.of(save.key()), text);
            index.put(save.key(), entry);
            return true;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "a save cannot be kept on disk", e);
            return false;
        }
    }

    @Override
    public Optional<DeferredSave> find(ConversationKey conversation) {
        Optional<WaitingSave> known = Optional.ofNullable(
                index.get(Objects.requireNonNull(conversation, "conversation")));
        return known.flatMap(entry -> read(conversation, entry));
    }

    @Override
    public Optional<Order> orderOf(ConversationKey conversation, Sha256 fingerprint) {
        Objects.requireNonNull(fingerprint, "fingerprint");
        return find(conversation).map(DeferredSave::request)
                .filter(request -> request.content().fingerprint().equals(fingerprint))
                .map(SaveRequest::order);
    }

    private Optional<DeferredSave> read(ConversationKey conversation, WaitingSave entry) {
        try {
            return Optional.of(json.read(waiting.read(FileName.of(conversation))));
        } catch (NoSuchFileException e) {
            // Settled meanwhile, or removed by hand.
            index.remove(conversation, entry);
        } catch (CharacterCodingException | DamagedSaveException e) {
            exclusively(() -> index.remove(conversation, entry) && dead.bury(waiting, FileName.of(conversation), e));
        } catch (IOException e) {
            throw new StorageFailedException("a save that waits cannot be read", true, e);
        }
        return Optional.empty();
    }

    @Override
    public List<ConversationKey> waiting() {
        return index.entrySet()
                .stream()
                .sorted(Comparator.comparing(entry -> entry.getValue().at()))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public void remove(DeferredSave save) {
        exclusively(() -> isWaiting(save) && removed(save));
    }

    @Override
    public void giveUp(DeferredSave save, String reason) {
        byte[] text = bytes(DeferredSaveJson.text(save, reason));
        exclusively(() -> {
            if (isWaiting(save) && dead.keep(FileName.of(save.key()), text)) {
                removed(save);
            } else if (isWaiting(save)) {
                // Its file stays where it is until the next start, and is not tried again before.
                index.remove(save.key());
            }
            return true;
        });
    }

    private boolean isWaiting(DeferredSave save) {
        return Optional.ofNullable(index.get(save.key()))
                .filter(WaitingSave.of(save, bytes(DeferredSaveJson.text(save)))::equals)
                .isPresent();
    }

    private boolean removed(DeferredSave save) {
        index.remove(save.key());
        try {
            waiting.delete(FileName.of(save.key()));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the file of a settled save cannot be removed", e);
        }
        return true;
    }

    @Override
    public BacklogSize size() {
        List<WaitingSave> all = List.copyOf(index.values());
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

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
