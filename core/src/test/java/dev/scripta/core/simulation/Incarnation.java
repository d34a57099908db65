package dev.scripta.core.simulation;

import dev.scripta.core.error.AnalysisFailedException;
import dev.scripta.core.error.RecordingRefusedException;
import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.AcceptedRecording;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.usecase.Backoff;
import dev.scripta.core.usecase.Claims;
import dev.scripta.core.usecase.DrainBacklog;
import dev.scripta.core.usecase.Drained;
import dev.scripta.core.usecase.OrderClock;
import dev.scripta.core.usecase.ProcessRecording;
import dev.scripta.core.usecase.ProcessedRecording;
import dev.scripta.core.usecase.SaveAnalysis;
import dev.scripta.core.usecase.Stores;
import dev.scripta.core.usecase.WorkBoard;
import dev.scripta.core.usecase.WorkRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** One life of a process: its use cases, and all it has in memory. */
final class Incarnation {

    static final WorkRules RULES = new WorkRules(Duration.ofSeconds(30), Duration.ofSeconds(60), 2,
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(8)),
            new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(1)), Duration.ofHours(1));

    final ProcessRecording processRecording;
    final SaveAnalysis saveAnalysis;
    final List<CompletableFuture<?>> open = new ArrayList<>();

    private final World world;
    private final Machine machine;
    private final Claims claims;
    private final DrainBacklog drainBacklog;
    private final Set<RecordingKey> inHand = new HashSet<>();
    private boolean renewing;
    private boolean draining;

    Incarnation(World world, Machine machine, RandomGenerator chance) {
        this.world = world;
        this.machine = machine;
        Stores stores = new Stores(new RemoteRepository(world, machine), new RemoteJournal(world, machine),
                new DiskBacklog(world, machine));
        OrderClock orders = new OrderClock(machine.wall());
        claims = new Claims(stores.journal(), RULES, new VirtualTicker(world.scheduler));
        processRecording = new ProcessRecording(world.engines::transcribe, world.engines::analyze, stores, claims,
                orders, chance, new WorkBoard());
        saveAnalysis = new SaveAnalysis(stores, orders);
        drainBacklog = new DrainBacklog(stores, claims);
    }

    boolean isIdle() {
        return claims.count() == 0 && processRecording.inWork() == 0 && machine.disk().backlog.waiting().isEmpty()
                && machine.disk().spooled().isEmpty();
    }

    /** Works on an accepted recording to its end; what is not finished stays in the spool for the sweeper. */
    ProcessedRecording finish(AcceptedRecording accepted, Function<AcceptedRecording, ProcessedRecording> work) {
        RecordingKey recording = accepted.claimRequest().recording();
        inHand.add(recording);
        try {
            ProcessedRecording processed = work.apply(accepted);
            world.ledger.answered(world.scheduler.operation(), recording, processed);
            if (processed.save().outcome() != SaveOutcome.UNSAVED) {
                machine.disk().unspool(accepted);
            }
            return processed;
        } catch (ScriptaException failure) {
            if (isFinal(failure)) {
                machine.disk().unspool(accepted);
            }
            throw failure;
        } finally {
            inHand.remove(recording);
        }
    }

    private static boolean isFinal(ScriptaException failure) {
        boolean ofEngine = failure instanceof TranscriptionFailedException
                || failure instanceof AnalysisFailedException;
        return failure instanceof RecordingRefusedException || (ofEngine && !failure.retryable());
    }

    void renew() {
        if (claims.count() > 0 && !renewing) {
            renewing = true;
            start(Operation.of(Operation.Kind.RENEW), () -> {
                claims.renew();
                renewing = false;
            });
        }
    }

    void drain() {
        if (!draining && !machine.disk().backlog.waiting().isEmpty()) {
            draining = true;
            start(Operation.of(Operation.Kind.DRAIN), () -> {
                Drained drained = drainBacklog.drain();
                if (drained.storeAway()) {
                    world.sightings.saw(Sight.DRAIN_PROBED);
                }
                draining = false;
            });
        }
    }

    void sweep() {
        machine.disk()
                .spooled()
                .stream()
                .filter(accepted -> !inHand.contains(accepted.claimRequest().recording()))
                .forEach(accepted -> start(machine.operation(Operation.Kind.RESUME, accepted), () -> resume(accepted)));
    }

    private void resume(AcceptedRecording accepted) {
        try {
            finish(accepted, processRecording::resume);
            world.sightings.saw(Sight.RESUMED);
        } catch (ScriptaException stays) {
            world.trace.note("unfinished", stays.detail());
        }
    }

    private void start(Operation operation, Runnable body) {
        world.scheduler.start(Optional.of(machine), operation, body);
    }
}
