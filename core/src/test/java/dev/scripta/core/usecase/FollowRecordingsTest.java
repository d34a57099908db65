package dev.scripta.core.usecase;

import static dev.scripta.core.usecase.Studio.EVENING;
import static dev.scripta.core.usecase.Studio.EVENING_RECORDING;
import static dev.scripta.core.usecase.Studio.KEY;
import static dev.scripta.core.usecase.Studio.MORNING;
import static dev.scripta.core.usecase.Studio.MORNING_RECORDING;
import static dev.scripta.core.usecase.Studio.SILENT_RECORDING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.AnalysisFailedException;
import dev.scripta.core.error.RecordingRefusedException;
import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.ClaimRequest;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.model.EngineFailure;
import dev.scripta.core.model.EngineFailure.Stage;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.JournalAnswer;
import dev.scripta.core.port.Progress;
import dev.scripta.core.port.SpeechToText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What is told of a recording, from wherever it is known. */
final class FollowRecordingsTest {

    private static final RecordingKey RECORDING = new RecordingKey(KEY, MORNING_RECORDING.digest());
    private static final RecordingKey OTHER = new RecordingKey(KEY, EVENING_RECORDING.digest());
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Studio studio = new Studio();
    private final FollowRecordings follow = new FollowRecordings(studio.stores(), studio.board);
    private final Content morning = studio.contentOf(MORNING);

    @Test
    void nobody_knows_what_was_never_sent_or_is_anothers() {
        assertEquals(Optional.empty(), follow.status(RECORDING));
        claim(RECORDING, 5);
        ConversationKey theirs = new ConversationKey(new OwnerId("boris"), KEY.session());
        assertEquals(Optional.empty(), follow.status(new RecordingKey(theirs, RECORDING.audio())));
        assertEquals(List.of(), follow.open(theirs.owner(), 10));
    }

    @Test
    void work_elsewhere_is_told_by_the_journal() {
        Claim claim = claim(RECORDING, 5);
        assertEquals(at(Step.TRANSCRIBING, 1), follow.status(RECORDING));
        studio.journal.checkpoint(claim, morning.transcript(), LEASE);
        assertEquals(at(Step.ANALYSING, 1), follow.status(RECORDING));
        assertEquals(List.of(at(Step.ANALYSING, 1).orElseThrow()), follow.open(KEY.owner(), 10));
    }

    @Test
    void work_here_is_told_by_the_board_with_its_share() {
        List<Optional<RecordingStatus>> seen = new ArrayList<>();
        List<Step> watched = new ArrayList<>();
        SpeechToText telling = new SpeechToText() {
            @Override
            public Transcript transcribe(AudioSource audio) {
                return studio.engine.transcribe(audio);
            }

            @Override
            public Transcript transcribe(AudioSource audio, Progress progress) {
                seen.add(follow.status(RECORDING));
                progress.reached(0.4);
                seen.add(follow.status(RECORDING));
                assertEquals(0.4, follow.open(KEY.owner(), 10).get(0).share().orElseThrow());
                return transcribe(audio);
            }
        };
        try (WorkBoard.Watch watch = follow.watch(RECORDING, () -> follow.status(RECORDING)
                .ifPresent(status -> watched.add(status.step())))) {
            studio.processRecording(telling, studio.analyzer, studio.repository).process(MORNING_RECORDING);
            assertEquals(List.of(at(Step.TRANSCRIBING, 1), Optional.of(RecordingStatus.at(RECORDING, Step.TRANSCRIBING,
                    1, OptionalDouble.of(0.4)))), seen, watch::toString);
        }
        assertEquals(List.of(Step.TRANSCRIBING, Step.TRANSCRIBING, Step.ANALYSING, Step.SAVING, Step.DONE), watched);
    }

    @Test
    void result_that_is_stored_is_done() {
        Content content = studio.processRecording().process(MORNING_RECORDING).content();
        RecordingStatus status = follow.status(RECORDING).orElseThrow();
        assertEquals(Step.DONE, status.step());
        assertTrue(status.isFinal());
        assertEquals(new ProcessedRecording(content, new SaveResult(SaveOutcome.UNCHANGED, studio.repository.head(KEY)),
                true), status.result().orElseThrow());
        assertEquals(List.of(), follow.open(KEY.owner(), 10), "it is settled");
    }

    @Test
    void result_that_is_not_stored_yet_is_being_saved() {
        studio.journal.complete(claim(RECORDING, 5), morning);
        assertEquals(at(Step.SAVING, 1), follow.status(RECORDING), "nothing is stored");
        save(studio.contentOf(EVENING), 4);
        assertEquals(at(Step.SAVING, 1), follow.status(RECORDING), "something older is stored");
    }

    @Test
    void result_that_gave_way_to_something_newer_is_superseded() {
        studio.journal.complete(claim(RECORDING, 5), morning);
        save(studio.contentOf(EVENING), 6);
        assertEquals(new SaveResult(SaveOutcome.SUPERSEDED, studio.repository.head(KEY)), result().save());
        assertEquals(morning, result().content());
    }

    @Test
    void silence_is_done_and_skipped() {
        studio.processRecording().process(SILENT_RECORDING);
        RecordingStatus status = follow.status(new RecordingKey(KEY, SILENT_RECORDING.digest())).orElseThrow();
        assertEquals(SaveResult.SKIPPED, status.result().orElseThrow().save());
    }

    @Test
    void result_in_the_backlog_is_done_and_deferred_also_without_the_store() {
        studio.backlog.add(waiting(RECORDING, 5));
        Instance cut = new Instance(studio);
        cut.cut("look", "open", "head");
        FollowRecordings without = new FollowRecordings(cut.stores, cut.board);
        assertEquals(SaveResult.DEFERRED, without.status(RECORDING).orElseThrow().result().orElseThrow().save());
        assertThrows(StorageFailedException.class, () -> without.status(OTHER));
        assertThrows(StorageFailedException.class, () -> without.open(KEY.owner(), 10));
    }

    @Test
    void backlog_of_another_recording_of_the_session_says_nothing_of_this_one() {
        studio.backlog.add(waiting(OTHER, 5));
        assertEquals(Optional.empty(), follow.status(RECORDING));
    }

    @Test
    void failure_that_may_pass_waits_for_as_long_as_the_engine_rests() {
        studio.journal.postpone(claim(RECORDING, 5), new EngineFailure(Stage.TRANSCRIPTION, "Away.", true), LEASE);
        RecordingStatus status = follow.status(RECORDING).orElseThrow();
        assertEquals(Step.WAITING, status.step());
        assertEquals(Optional.of(LEASE), failure(TranscriptionFailedException.class).retryAfter());
        studio.wall.set(studio.wall.instant().plus(LEASE).plusSeconds(1));
        assertEquals(Step.WAITING, follow.status(RECORDING).orElseThrow().step(), "until somebody asks");
        assertEquals(Optional.of(Duration.ZERO), failure(TranscriptionFailedException.class).retryAfter());
        assertEquals(1, follow.open(KEY.owner(), 10).size());
    }

    @Test
    void failure_that_will_not_pass_or_was_perhaps_billed_has_failed() {
        studio.journal.postpone(claim(RECORDING, 5), new EngineFailure(Stage.ANALYSIS, "Broken.", false), LEASE);
        assertEquals(Step.FAILED, follow.status(RECORDING).orElseThrow().step());
        assertEquals("Broken.", failure(AnalysisFailedException.class).detail());
        studio.journal.postpone(claim(OTHER, 5), new EngineFailure(Stage.TRANSCRIPTION, "Lost.", true, true), LEASE);
        RecordingStatus lost = follow.status(OTHER).orElseThrow();
        assertEquals(Step.FAILED, lost.step());
        assertTrue(lost.failure().orElseThrow().outcomeUnknown());
        assertTrue(lost.isFinal());
    }

    @Test
    void what_nobody_goes_on_with_is_abandoned() {
        Claim claim = claim(RECORDING, 5);
        pass(LEASE.plus(Duration.ofMinutes(5)).minusSeconds(1));
        assertEquals(Step.TRANSCRIBING, follow.status(RECORDING).orElseThrow().step(), "somebody may yet");
        pass(Duration.ofSeconds(1));
        RecordingStatus status = follow.status(RECORDING).orElseThrow();
        assertEquals(Step.ABANDONED, status.step());
        assertTrue(status.isFinal());
        assertTrue(failure(TranscriptionFailedException.class).detail().contains("Send it again"));
        assertEquals(List.of(Step.ABANDONED),
                follow.open(KEY.owner(), 10).stream().map(RecordingStatus::step).toList());
        studio.journal.checkpoint(claim, morning.transcript(), LEASE);
        assertEquals(at(Step.ANALYSING, 1), follow.status(RECORDING), "it was only slow");
        pass(LEASE.plus(Duration.ofMinutes(5)));
        assertTrue(failure(AnalysisFailedException.class).retryable());
        SpeechToText unpaid = audio -> {
            throw new AssertionError("it was recognised before");
        };
        studio.processRecording(unpaid, studio.analyzer, studio.repository).process(MORNING_RECORDING);
        assertEquals(Step.DONE, follow.status(RECORDING).orElseThrow().step(), "it was sent again");
    }

    @Test
    void rest_that_nobody_ends_and_result_that_nobody_saves_are_abandoned_too() {
        studio.journal.postpone(claim(RECORDING, 5), new EngineFailure(Stage.TRANSCRIPTION, "Away.", true), LEASE);
        studio.journal.complete(claim(OTHER, 5), morning);
        pass(LEASE.plus(Duration.ofMinutes(5)));
        assertEquals(Step.ABANDONED, follow.status(RECORDING).orElseThrow().step());
        RecordingStatus unsaved = follow.status(OTHER).orElseThrow();
        assertEquals(Step.ABANDONED, unsaved.step());
        assertInstanceOf(StorageFailedException.class, unsaved.failure().orElseThrow());
        studio.backlog.add(waiting(OTHER, 5));
        assertEquals(Step.DONE, follow.status(OTHER).orElseThrow().step(), "it waits for the store here");
    }

    private void pass(Duration time) {
        studio.wall.set(studio.wall.instant().plus(time));
    }

    @Test
    void verdict_has_failed() {
        studio.journal.refuse(claim(RECORDING, 5), Reason.UNREADABLE, "It is damaged.", LEASE);
        assertEquals(Step.FAILED, follow.status(RECORDING).orElseThrow().step());
        assertEquals(Reason.UNREADABLE, failure(RecordingRefusedException.class).reason());
    }

    @Test
    void open_ones_are_those_in_work_or_in_the_backlog_the_last_accepted_first() {
        RecordingKey third = new RecordingKey(new ConversationKey(KEY.owner(), new SessionId("other")),
                RECORDING.audio());
        claim(RECORDING, 5);
        studio.backlog.add(waiting(OTHER, 7));
        studio.journal.postpone(claim(third, 6), new EngineFailure(Stage.ANALYSIS, "Away.", true), LEASE);
        studio.backlog.add(waiting(new RecordingKey(new ConversationKey(new OwnerId("boris"), KEY.session()),
                RECORDING.audio()), 8));
        studio.backlog.add(new DeferredSave(SaveRequest.of(new ConversationKey(KEY.owner(), new SessionId("edited")),
                morning, new Order(9), studio.wall.instant()), Optional.empty()));
        assertEquals(List.of(OTHER, third, RECORDING), open(10));
        assertEquals(List.of(OTHER, third), open(2));
        assertEquals(List.of(Step.DONE, Step.WAITING, Step.TRANSCRIBING),
                follow.open(KEY.owner(), 10).stream().map(RecordingStatus::step).toList());
    }

    private List<RecordingKey> open(int limit) {
        return follow.open(KEY.owner(), limit).stream().map(RecordingStatus::recording).toList();
    }

    private Claim claim(RecordingKey recording, long order) {
        return assertInstanceOf(JournalAnswer.Granted.class,
                studio.journal.claim(new ClaimRequest(recording, new Order(order), false), LEASE)).claim();
    }

    private void save(Content content, long order) {
        studio.repository.save(SaveRequest.of(KEY, content, new Order(order), studio.wall.instant()));
    }

    private DeferredSave waiting(RecordingKey recording, long order) {
        return new DeferredSave(SaveRequest.of(recording.conversation(), morning, new Order(order), studio.wall
                .instant()), Optional.of(recording.audio()));
    }

    private ProcessedRecording result() {
        return follow.status(RECORDING).orElseThrow().result().orElseThrow();
    }

    private <T extends ScriptaException> T failure(Class<T> type) {
        return assertInstanceOf(type, follow.status(RECORDING).orElseThrow().failure().orElseThrow());
    }

    private static Optional<RecordingStatus> at(Step step, long attempts) {
        return Optional.of(RecordingStatus.at(RECORDING, step, attempts, OptionalDouble.empty()));
    }
}
