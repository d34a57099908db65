package dev.scripta.core.usecase;

import static dev.scripta.core.usecase.Studio.KEY;
import static dev.scripta.core.usecase.Studio.MORNING;
import static dev.scripta.core.usecase.Studio.MORNING_RECORDING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.RecordingInProgressException;
import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.SaveOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same recording sent to one process several times at once: one pays, the others follow (X03, X11, X12, X14). */
final class FollowersTest {

    private static final int FOLLOWERS = Instance.RULES.followers();

    private final Studio studio = new Studio();
    private final Instance instance = new Instance(studio);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @BeforeEach
    void slow_engine() {
        instance.whileTranscribing(audio -> {
            begun.countDown();
            await(released);
        });
    }

    @AfterEach
    void end() {
        released.countDown();
        threads.shutdownNow();
    }

    @Test
    void followers_share_the_result_and_know_that_they_paid_nothing() throws Exception {
        List<Future<ProcessedRecording>> all = leaderAndFollowers(FOLLOWERS);
        released.countDown();
        List<Boolean> replayed = new ArrayList<>();
        for (Future<ProcessedRecording> one : all) {
            assertEquals(studio.contentOf(MORNING), one.get().content());
            assertEquals(SaveOutcome.CREATED, one.get().save().outcome());
            replayed.add(one.get().replayed());
        }
        assertEquals(List.of(false, true, true, true, true), replayed);
        assertEquals(1, instance.transcriptions.get());
        assertEquals(1, instance.analyses.get());
        assertEquals(0, instance.process.inWork());
        assertEquals(0, instance.claims.count());
    }

    @Test
    void followers_share_the_failure_and_the_next_try_waits_for_the_engine_to_rest() throws Exception {
        instance.whileTranscribing(audio -> {
            begun.countDown();
            await(released);
            throw new TranscriptionFailedException("The engine is away.", true);
        });
        List<Future<ProcessedRecording>> all = leaderAndFollowers(FOLLOWERS);
        released.countDown();
        for (Future<ProcessedRecording> one : all) {
            assertTold("The engine is away.", one);
        }
        assertEquals(1, instance.transcriptions.get());
        assertEquals(0, instance.process.inWork());
        assertEquals(0, instance.claims.count());

        ScriptaException resting = assertThrows(TranscriptionFailedException.class,
                () -> instance.process.process(MORNING_RECORDING));
        assertEquals(Optional.of(Instance.RULES.rest().first()), resting.retryAfter());
        assertEquals(1, instance.transcriptions.get());

        instance.ticker.pass(Instance.RULES.rest().first());
        instance.whileTranscribing(audio -> {});
        assertEquals(SaveOutcome.CREATED, instance.process.process(MORNING_RECORDING).save().outcome());
        assertEquals(2, instance.transcriptions.get());
    }

    @Test
    void one_follower_too_many_is_told_at_once_and_gets_the_result_later() throws Exception {
        List<Future<ProcessedRecording>> all = leaderAndFollowers(FOLLOWERS);
        RecordingInProgressException told = assertThrows(RecordingInProgressException.class,
                () -> instance.process.process(MORNING_RECORDING));
        assertEquals(Optional.of(Instance.RULES.rest().first()), told.retryAfter());
        assertEquals(Optional.of(KEY.session()), told.session());
        released.countDown();
        all.get(0).get();
        assertTrue(instance.process.process(MORNING_RECORDING).replayed());
        assertEquals(1, instance.transcriptions.get());
    }

    @Test
    void follower_whose_patience_ends_gives_its_seat_free() throws Exception {
        leaderAndFollowers(0);
        instance.ticker.endPatience();
        for (int i = 0; i <= FOLLOWERS; i++) {
            RecordingInProgressException told = assertThrows(RecordingInProgressException.class,
                    () -> instance.process.process(MORNING_RECORDING));
            assertTrue(told.retryable());
        }
        instance.ticker.awaitWaiting(FOLLOWERS + 1);
        assertEquals(1, instance.process.inWork());
    }

    @Test
    void who_pays_again_on_purpose_follows_nobody_who_does_not() throws Exception {
        Future<ProcessedRecording> leader = leaderAndFollowers(0).get(0);
        // The first pause lasts until the leader is done: virtual time would end its lease before its thread comes round.
        instance.ticker.onPause(() -> {
            released.countDown();
            landed(leader);
        });
        instance.ticker.pass(Duration.ofMillis(1));
        instance.process.process(instance.process.accept(MORNING_RECORDING, true));
        assertTrue(leader.isDone());
        assertEquals(2, instance.transcriptions.get());
    }

    @Test
    void interrupted_follower_stays_interrupted() throws Exception {
        leaderAndFollowers(0);
        Future<Boolean> interrupted = threads.submit(() -> {
            Thread.currentThread().interrupt();
            assertThrows(RecordingInProgressException.class, () -> instance.process.process(MORNING_RECORDING));
            return Thread.interrupted();
        });
        assertTrue(interrupted.get(30, TimeUnit.SECONDS));
    }

    private List<Future<ProcessedRecording>> leaderAndFollowers(int followers) throws InterruptedException {
        Callable<ProcessedRecording> request = () -> instance.process.process(MORNING_RECORDING);
        List<Future<ProcessedRecording>> all = new ArrayList<>();
        all.add(threads.submit(request));
        await(begun);
        for (int i = 0; i < followers; i++) {
            all.add(threads.submit(request));
        }
        instance.ticker.awaitWaiting(followers);
        return all;
    }

    private static void assertTold(String detail, Future<ProcessedRecording> request) {
        ExecutionException failure = assertThrows(ExecutionException.class, request::get);
        TranscriptionFailedException told = (TranscriptionFailedException) failure.getCause();
        assertEquals(detail, told.detail());
        assertEquals(Optional.of(KEY.session()), told.session());
    }

    private static void landed(Future<?> work) {
        try {
            work.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS), "in time");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
