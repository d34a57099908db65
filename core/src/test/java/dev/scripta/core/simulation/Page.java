package dev.scripta.core.simulation;

import dev.scripta.core.error.RecordingInProgressException;
import dev.scripta.core.error.RecordingRefusedException;
import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.Recording;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.usecase.ProcessedRecording;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** A client that acts like the recorder's page: sends, sends again until it gets an answer, saves what it got once more. */
final class Page {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final World world;
    private final ConversationKey key;
    private final RandomGenerator chance;

    Page(World world, ConversationKey key, RandomGenerator chance) {
        this.world = world;
        this.key = key;
        this.chance = chance;
    }

    void live() {
        for (int i = 0; i < 1 + chance.nextInt(3); i++) {
            pause(0, 40_000);
            record();
        }
    }

    private void record() {
        Recording recording = Audio.of(chance.nextInt(4) == 0 ? chance.nextInt(2) : chance.nextInt(2, 5)).of(key);
        boolean reprocess = world.weather.strikes(Fault.REPROCESS, 0.3);
        again(Fault.DOUBLE_CLICK, 0, () -> upload(recording, reprocess));
        Optional<ProcessedRecording> answer = upload(recording, reprocess);
        again(Fault.LATE_RETRY, 60_000, () -> upload(recording, reprocess));
        if (answer.filter(got -> got.content().transcript().hasSpeech()).isPresent()) {
            Content sent = asSentByForm(answer.get().content());
            backup(sent);
            again(Fault.LATE_RETRY, 60_000, () -> backup(sent));
            if (chance.nextInt(3) == 0) {
                edit(answer.get());
            }
        }
    }

    private void again(Fault fault, int latest, Runnable request) {
        if (world.weather.strikes(fault, 0.4)) {
            world.open(() -> {
                pause(0, latest + 1);
                request.run();
            });
        }
    }

    private Optional<ProcessedRecording> upload(Recording recording, boolean reprocess) {
        return insist(() -> ask(machine -> machine.upload(recording, reprocess)));
    }

    private void backup(Content content) {
        if (chance.nextInt(5) > 0) {
            pause(0, 3_000);
            insist(() -> ask(machine -> machine.save(key, content)));
        }
    }

    /** Changes what is there, if it is still what was answered. */
    private void edit(ProcessedRecording answer) {
        Content edited = new Content(
                Transcript.of(answer.content().transcript().text() + "\nedited " + chance.nextInt(1000)),
                answer.content().analysis());
        Optional<Long> seen = answer.save().head().map(Head::revision);
        Optional<SaveResult> saved = seen.isPresent() && chance.nextBoolean()
                ? insist(() -> ask(machine -> machine.save(key, edited, head -> head.map(Head::revision).equals(seen))))
                : insist(() -> ask(machine -> machine.save(key, edited)));
        saved.ifPresent(result -> world.trace.note("edited", result.outcome().name()));
    }

    /** Form fields have other line ends, and neither segments nor an engine. */
    private static Content asSentByForm(Content content) {
        return new Content(Transcript.of(content.transcript().text().replace("\n", "\r\n")), content.analysis());
    }

    /** Repeats a request until it is answered, or it is clear that it never will. */
    private <T> Optional<T> insist(Supplier<T> request) {
        while (true) {
            try {
                return Optional.of(request.get());
            } catch (RecordingRefusedException refused) {
                world.sightings.saw(Sight.AUDIO_REFUSED);
                return Optional.empty();
            } catch (RecordingInProgressException inProgress) {
                world.sightings.saw(Sight.IN_PROGRESS);
                pauseFor(inProgress.retryAfter());
            } catch (StorageFailedException | LostException away) {
                pause(500, 10_000);
            } catch (ScriptaException engine) {
                if (!engine.retryable()) {
                    return Optional.empty();
                }
                pauseFor(engine.retryAfter());
            }
        }
    }

    private <T> T ask(Function<Machine, CompletableFuture<T>> request) {
        pause(0, 50);
        Machine machine = world.machines.get(chance.nextInt(world.machines.size()));
        CompletableFuture<T> answer = request.apply(machine);
        Duration patience = world.weather.strikes(Fault.HANG_UP) ? Duration.ofMillis(chance.nextInt(20_000)) : PATIENCE;
        if (!world.scheduler.await(answer, patience) || world.weather.strikes(Fault.ANSWER_LOST)) {
            throw new LostException();
        }
        try {
            return answer.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException known ? known : failure;
        }
    }

    private void pauseFor(Optional<Duration> asked) {
        world.scheduler.pause(asked.orElse(Duration.ofSeconds(1)));
        pause(0, 2_000);
    }

    private void pause(int least, int beyond) {
        world.scheduler.pause(Duration.ofMillis(chance.nextInt(least, beyond)));
    }
}
