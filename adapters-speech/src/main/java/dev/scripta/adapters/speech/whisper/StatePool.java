package dev.scripta.adapters.speech.whisper;

import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.error.TranscriptionFailedException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A model with as many states as calls may go on at once. They go on in platform threads of their own: a call cannot be
 * stopped, and would keep a virtual thread's carrier. Thread-safe.
 */
final class StatePool implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(StatePool.class.getName());
    private static final long GRACE_SECONDS = 20;

    private final SpeechModel model;
    private final Queue<ModelState> idle = new ConcurrentLinkedQueue<>();
    private final ThreadPoolExecutor threads;

    /** Makes all states now; when one fails, the others and the model are freed. */
    StatePool(SpeechModel model, int size) {
        this.model = model;
        this.threads = threads(size);
        try {
            for (int i = 0; i < size; i++) {
                idle.add(model.newState());
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** As many threads as states, so that each call that has begun finds one. */
    private ThreadPoolExecutor threads(int size) {
        return new ThreadPoolExecutor(size, size, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("whisper-", 0).factory()) {
            // Comes once, after the last call.
            @Override
            protected void terminated() {
                idle.forEach(ModelState::close);
                model.close();
            }
        };
    }

    /**
     * Recognises as soon as a state is free.
     *
     * @param sound read only then: of all that wait, none is in memory
     * @param patience how long that may take, waiting included
     * @throws TranscriptionFailedException when it failed or took too long
     */
    List<Utterance> recognise(Sound sound, String preceding, Duration patience) throws InterruptedException {
        AtomicBoolean begun = new AtomicBoolean();
        FutureTask<List<Utterance>> call = new FutureTask<>(() -> {
            begun.set(true);
            return recognise(sound.samples(), preceding);
        });
        try {
            threads.execute(call);
            return call.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException | CancellationException e) {
            throw new TranscriptionFailedException("Recognition was stopped.", true, e);
        } catch (ExecutionException e) {
            throw failure(Objects.requireNonNull(e.getCause()));
        } catch (TimeoutException e) {
            throw begun.get()
                    ? new TranscriptionFailedException("whisper.cpp took too long for a clip.", true, e)
                    : new TranscriptionFailedException("whisper.cpp was too busy.", true, e).after(Duration.ZERO);
        } finally {
            // What has begun ends in its own time.
            call.cancel(false);
        }
    }

    private List<Utterance> recognise(float[] samples, String preceding) {
        ModelState state = idle.remove();
        try {
            return state.recognise(samples, preceding);
        } finally {
            idle.add(state);
        }
    }

    private static ScriptaException failure(Throwable cause) {
        return switch (cause) {
            case ScriptaException ours -> ours;
            case IOException e ->
                    new TranscriptionFailedException("The recording could not be read at the moment.", true, e);
            case InterruptedException e -> new TranscriptionFailedException("Recognition was stopped.", true, e);
            default -> new TranscriptionFailedException("whisper.cpp failed on this recording.", false, cause);
        };
    }

    /** Gives up the calls that wait; the memory is freed when the last of the others has returned. */
    @Override
    public void close() {
        for (Runnable waiting : threads.shutdownNow()) {
            ((FutureTask<?>) waiting).cancel(false);
        }
        try {
            if (!threads.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "whisper.cpp is still at work; its memory is freed afterwards");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
