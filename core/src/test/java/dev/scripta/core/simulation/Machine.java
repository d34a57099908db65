package dev.scripta.core.simulation;

import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.model.AcceptedRecording;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.Recording;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.usecase.ProcessedRecording;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Where a process runs, dies, and runs again with what is on the disk. */
final class Machine {

    private final World world;
    private final String name;
    private final Disk disk;
    private final WallClock wall;
    private final RandomGenerator chance;
    private Optional<Incarnation> process = Optional.empty();
    private long frozenUntil;

    Machine(World world, String name, Disk disk, RandomGenerator chance) {
        this.world = world;
        this.name = name;
        this.disk = disk;
        this.chance = chance;
        this.wall = new WallClock(world.scheduler);
    }

    String name() {
        return name;
    }

    Disk disk() {
        return disk;
    }

    WallClock wall() {
        return wall;
    }

    long frozenUntil() {
        return frozenUntil;
    }

    void freeze(Duration time) {
        frozenUntil = world.scheduler.now() + time.toNanos();
        world.trace.note("freeze", name);
    }

    void start() {
        frozenUntil = world.scheduler.now();
        Incarnation born = new Incarnation(world, this, chance);
        process = Optional.of(born);
        world.trace.note("start", name);
        every(Incarnation.RULES.renewal(), born, born::renew);
        every(Duration.ofSeconds(7), born, born::drain);
        every(Duration.ofSeconds(25), born, born::sweep);
        born.sweep();
    }

    private void every(Duration time, Incarnation alive, Runnable work) {
        world.scheduler.at(world.scheduler.now() + time.toNanos(), () -> {
            if (process.filter(alive::equals).isPresent() && !world.isOver()) {
                work.run();
                every(time, alive, work);
            }
        });
    }

    /** Now and then the process dies at this very point. */
    void maybeCrash() {
        if (world.weather.strikes(Fault.CRASH, 0.002)) {
            crash();
            throw new CrashError();
        }
    }

    void crash() {
        process.ifPresent(dying -> {
            world.trace.note("crash", name);
            process = Optional.empty();
            world.scheduler.doom(this);
            dying.open.forEach(answer -> answer.completeExceptionally(new LostException()));
            world.keys().forEach(world.ledger::check);
            world.scheduler.at(world.scheduler.now() + chance.nextLong(1_000_000_000L, 40_000_000_000L), this::start);
        });
    }

    boolean isIdle() {
        return process.filter(Incarnation::isIdle).isPresent();
    }

    CompletableFuture<ProcessedRecording> upload(Recording recording, boolean reprocess) {
        Operation operation = Operation.on(Operation.Kind.UPLOAD,
                new RecordingKey(recording.key(), recording.digest()));
        return serve(operation, alive -> {
            AcceptedRecording accepted = alive.processRecording.accept(recording, reprocess);
            disk.spool(accepted);
            repeats(operation, accepted);
            return alive.finish(accepted, alive.processRecording::process);
        });
    }

    CompletableFuture<SaveResult> save(ConversationKey key, Content content) {
        Operation operation = Operation.on(Operation.Kind.SAVE, key);
        return serve(operation, alive -> {
            operation.repeats = world.work.orderOf(key, content.fingerprint())
                    .or(() -> disk.backlog.find(key)
                            .map(save -> save.request())
                            .filter(waiting -> waiting.content().fingerprint().equals(content.fingerprint()))
                            .map(waiting -> waiting.order()));
            SaveResult saved = alive.saveAnalysis.save(key, content);
            world.ledger.promised(operation, key, saved, false);
            return saved;
        });
    }

    CompletableFuture<SaveResult> save(ConversationKey key, Content content, Predicate<Optional<Head>> expected) {
        Operation operation = Operation.on(Operation.Kind.SAVE, key);
        return serve(operation, alive -> {
            SaveResult saved = alive.saveAnalysis.save(key, content, expected);
            world.ledger.promised(operation, key, saved, false);
            return saved;
        });
    }

    Operation operation(Operation.Kind kind, AcceptedRecording accepted) {
        Operation operation = Operation.on(kind, accepted.claimRequest().recording());
        repeats(operation, accepted);
        return operation;
    }

    /** What a retry repeats: the journal knows it, or it waits on this disk. */
    private void repeats(Operation operation, AcceptedRecording accepted) {
        RecordingKey recording = accepted.claimRequest().recording();
        Optional<Order> done = world.work.of(recording).result().map(Story.Result::order);
        operation.repeats = accepted.reprocess()
                ? Optional.empty()
                : done.or(() -> disk.backlog
                        .find(recording.conversation())
                        .filter(save -> save.recording().equals(Optional.of(recording)))
                        .map(save -> save.request().order()));
    }

    private <T> CompletableFuture<T> serve(Operation operation, Function<Incarnation, T> request) {
        if (process.isEmpty()) {
            return CompletableFuture.failedFuture(new LostException());
        }
        Incarnation alive = process.get();
        operation.seen = operation.key.flatMap(world.ledger::newest);
        CompletableFuture<T> answer = new CompletableFuture<>();
        alive.open.add(answer);
        world.scheduler.start(Optional.of(this), operation, () -> {
            try {
                answer.complete(request.apply(alive));
            } catch (ScriptaException failure) {
                answer.completeExceptionally(failure);
            }
        });
        return answer;
    }
}
