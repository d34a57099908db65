package dev.scripta.core.simulation;

import dev.scripta.core.model.BacklogSize;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.model.Order;
import dev.scripta.core.port.SaveBacklog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The backlog as a process sees it: reaching the disk takes a moment, in which the process may die. */
final class DiskBacklog implements SaveBacklog {

    private final World world;
    private final Machine machine;

    DiskBacklog(World world, Machine machine) {
        this.world = world;
        this.machine = machine;
    }

    @Override
    public boolean add(DeferredSave save) {
        moment("add");
        Optional<DeferredSave> before = disk().backlog.find(save.key());
        boolean kept = !world.weather.strikes(Fault.DISK_FULL) && disk().backlog.add(save);
        world.scheduler.operation().waits = Optional.empty();
        if (kept) {
            before.ifPresent(other -> world.ledger.displaced(other, save));
            before.ifPresent(other -> world.ledger.displaced(save, other));
            world.scheduler.operation().waits = disk().backlog.find(save.key())
                    .filter(there -> Saved.AGE.compare(Saved.of(there.request()), Saved.of(save.request())) >= 0)
                    .or(() -> Optional.of(save));
        }
        moment("added");
        return kept;
    }

    @Override
    public Optional<Order> orderOf(ConversationKey conversation, Sha256 fingerprint) {
        world.scheduler.operation().waits = disk().backlog.find(conversation);
        return disk().backlog.orderOf(conversation, fingerprint);
    }

    @Override
    public Optional<DeferredSave> find(ConversationKey conversation) {
        Optional<DeferredSave> found = disk().backlog.find(conversation);
        Operation operation = world.scheduler.operation();
        if (operation.kind == Operation.Kind.DRAIN) {
            operation.repeats = found.map(this::newest);
        } else {
            operation.waits = found;
        }
        return found;
    }

    /** A save that waits is settled with the order it has, or an older one that its content is known by. */
    private Order newest(DeferredSave save) {
        Optional<Order> known = world.work.orderOf(save.key(), save.request().content().fingerprint());
        return save.recording().isPresent() ? known.orElse(new Order(0)) : known.orElse(save.request().order());
    }

    @Override
    public List<ConversationKey> waiting() {
        return disk().backlog.waiting();
    }

    @Override
    public void remove(DeferredSave save) {
        moment("remove");
        disk().backlog.remove(save);
        world.ledger.check(save.key());
        world.sightings.saw(Sight.DRAINED);
        moment("removed");
    }

    @Override
    public void giveUp(DeferredSave save, String reason) {
        moment("give up");
        if (disk().backlog.find(save.key()).filter(save::equals).isPresent()) {
            disk().dead.add(save);
        }
        disk().backlog.giveUp(save, reason);
        world.ledger.check(save.key());
        world.sightings.saw(Sight.GIVEN_UP);
    }

    @Override
    public BacklogSize size() {
        return disk().backlog.size();
    }

    private Disk disk() {
        return machine.disk();
    }

    private void moment(String what) {
        world.trace.note(what, machine.name());
        machine.maybeCrash();
        world.scheduler.pause(Duration.ofMillis(1));
    }
}
