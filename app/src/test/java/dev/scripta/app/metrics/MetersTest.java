package dev.scripta.app.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.AnalysisFailedException;
import dev.scripta.core.error.RecordingRefusedException;
import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.memory.InMemoryConversationAnalyzer;
import dev.scripta.core.memory.InMemoryConversationRepository;
import dev.scripta.core.memory.InMemoryRecordingJournal;
import dev.scripta.core.memory.InMemorySaveBacklog;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.ClaimRequest;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.model.EngineFailure;
import dev.scripta.core.model.EngineFailure.Stage;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.JournalAnswer;
import dev.scripta.core.port.SaveBacklog;
import dev.scripta.core.port.SpeechToText;
import dev.scripta.core.usecase.ProcessedRecording;
import dev.scripta.core.usecase.SystemTicker;
import dev.scripta.core.usecase.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MetersTest {

    private static final ConversationKey KEY = new ConversationKey(OwnerId.LOCAL, new SessionId("s"));
    private static final AudioSource AUDIO = new Bytes("the sound of speech");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Meters meters = new Meters();
    private final Ticker ticker = new SystemTicker();

    private double sample(String sample) {
        Matcher line = Pattern.compile("^" + Pattern.quote(sample) + " (.*)$", Pattern.MULTILINE)
                .matcher(meters.text());
        assertTrue(line.find(), () -> sample + " in\n" + meters.text());
        return Double.parseDouble(line.group(1));
    }

    private static SaveRequest request(String words, long order) {
        return SaveRequest.of(KEY, new Content(Transcript.of(words), Analysis.NONE), new Order(order), Instant.EPOCH);
    }

    @Test
    void names_never_change() {
        meters.gauge("scripta_claims_held", "As the application does.", () -> 0);
        BacklogGauges.show(new InMemorySaveBacklog(1), Clock.systemUTC(), meters);
        assertEquals(List.of("# TYPE scripta_backlog_age_seconds gauge", "# TYPE scripta_backlog_bytes gauge",
                "# TYPE scripta_backlog_dead_letters gauge", "# TYPE scripta_backlog_entries gauge",
                "# TYPE scripta_claims_held gauge", "# TYPE scripta_claims_total counter",
                "# TYPE scripta_dead_letters_total counter", "# TYPE scripta_deferred_saves_total counter",
                "# TYPE scripta_drained_saves_total counter", "# TYPE scripta_engine_calls_total counter",
                "# TYPE scripta_engine_seconds histogram", "# TYPE scripta_replays_total counter",
                "# TYPE scripta_saves_total counter", "# TYPE scripta_unsaved_results_total counter"),
                meters.text().lines().filter(line -> line.startsWith("# TYPE")).sorted().toList());
    }

    @Test
    void everything_is_shown_with_zero_before_it_happens() {
        TreeSet<String> shown = new TreeSet<>();
        meters.text()
                .lines()
                .filter(line -> line.contains("_total"))
                .filter(line -> !line.startsWith("#"))
                .forEach(
                        line -> {
                            assertTrue(line.endsWith(" 0.0"), line);
                            shown.add(line.substring(0, line.indexOf(' ')));
                        });
        assertEquals(22, shown.size(), shown.toString());
    }

    @Test
    void saves_are_counted_by_outcome() {
        var conversations = new MeasuredConversationRepository(new InMemoryConversationRepository(), meters);
        conversations.save(request("one", 2));
        conversations.save(request("one", 2));
        conversations.save(request("two", 3));
        conversations.save(request("three", 1));
        conversations.save(request("four", 4).expecting(9));
        assertAll(() -> assertEquals(1, sample("scripta_saves_total{outcome=\"created\"}")),
                () -> assertEquals(1, sample("scripta_saves_total{outcome=\"unchanged\"}")),
                () -> assertEquals(1, sample("scripta_saves_total{outcome=\"updated\"}")),
                () -> assertEquals(1, sample("scripta_saves_total{outcome=\"superseded\"}")),
                () -> assertEquals(1, sample("scripta_saves_total{outcome=\"conflict\"}")),
                () -> assertEquals(0, sample("scripta_saves_total{outcome=\"failed\"}")));
    }

    @Test
    void replays_and_results_that_nothing_keeps_are_counted() {
        Content content = new Content(Transcript.of("x"), Analysis.NONE);
        meters.processed(new ProcessedRecording(content, SaveResult.SKIPPED, false));
        meters.processed(new ProcessedRecording(content, SaveResult.UNSAVED, false));
        meters.processed(new ProcessedRecording(content, SaveResult.UNSAVED, true));
        meters.processed(new ProcessedRecording(content, SaveResult.DEFERRED, true));
        meters.processed(new ProcessedRecording(content, SaveResult.DEFERRED, true));
        assertAll(() -> assertEquals(3, sample("scripta_replays_total")),
                () -> assertEquals(2, sample("scripta_unsaved_results_total")));
    }

    @Test
    void saves_that_fail_are_counted() {
        var away = new MeasuredConversationRepository(new FailingRepository(), meters);
        assertThrows(StorageFailedException.class, () -> away.save(request("one", 1)));
        assertEquals(1, sample("scripta_saves_total{outcome=\"failed\"}"));
    }

    @Test
    void claims_are_counted_by_answer() {
        var journal = new MeasuredRecordingJournal(
                new InMemoryRecordingJournal(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)), meters);
        List<ClaimRequest> requests = List.of("a", "b", "c", "d")
                .stream()
                .map(audio -> new ClaimRequest(new RecordingKey(KEY, Sha256.of(audio.getBytes(UTF_8))), new Order(1),
                        false))
                .toList();
        List<JournalAnswer.Granted> granted = requests.stream()
                .map(request -> (JournalAnswer.Granted) journal.claim(request, MINUTE))
                .toList();
        journal.complete(granted.get(1).claim(), new Content(Transcript.of("x"), Analysis.NONE));
        journal.postpone(granted.get(2).claim(), new EngineFailure(Stage.ANALYSIS, "away", true), MINUTE);
        journal.refuse(granted.get(3).claim(), Reason.UNREADABLE, "cut off", MINUTE);
        requests.forEach(request -> journal.claim(request, MINUTE));
        assertAll(() -> assertEquals(4, sample("scripta_claims_total{answer=\"granted\"}")),
                () -> assertEquals(1, sample("scripta_claims_total{answer=\"in_work\"}")),
                () -> assertEquals(1, sample("scripta_claims_total{answer=\"done\"}")),
                () -> assertEquals(1, sample("scripta_claims_total{answer=\"postponed\"}")),
                () -> assertEquals(1, sample("scripta_claims_total{answer=\"refused\"}")));
    }

    @Test
    void what_waits_and_what_is_given_up_is_counted_and_shown() {
        Clock clock = Clock.fixed(Instant.EPOCH.plusSeconds(90), ZoneOffset.UTC);
        SaveBacklog backlog = new MeasuredSaveBacklog(new InMemorySaveBacklog(1), meters);
        BacklogGauges.show(backlog, clock, meters);
        DeferredSave save = new DeferredSave(request("one", 1), Optional.empty());
        backlog.add(save);
        backlog.add(new DeferredSave(SaveRequest.of(new ConversationKey(OwnerId.LOCAL, new SessionId("no room")),
                new Content(Transcript.of("x"), Analysis.NONE), new Order(1), Instant.EPOCH), Optional.empty()));
        assertAll(() -> assertEquals(1, sample("scripta_deferred_saves_total")),
                () -> assertEquals(1, sample("scripta_backlog_entries")),
                () -> assertEquals(5, sample("scripta_backlog_bytes")),
                () -> assertEquals(90, sample("scripta_backlog_age_seconds")),
                () -> assertEquals(0, sample("scripta_dead_letters_total")));
        backlog.giveUp(save, "refused for good");
        assertAll(() -> assertEquals(0, sample("scripta_backlog_entries")),
                () -> assertEquals(0, sample("scripta_backlog_age_seconds")),
                () -> assertEquals(1, sample("scripta_backlog_dead_letters")),
                () -> assertEquals(1, sample("scripta_dead_letters_total")));
    }

    @Test
    void engine_calls_are_counted_by_result_and_timed() {
        transcribe(audio -> Transcript.of("hello"));
        assertThrows(RecordingRefusedException.class, () -> transcribe(audio -> {
            throw new RecordingRefusedException(Reason.UNREADABLE, "cut off");
        }));
        assertThrows(TranscriptionFailedException.class, () -> transcribe(audio -> {
            throw new TranscriptionFailedException("out of memory", true);
        }));
        assertThrows(TranscriptionFailedException.class, () -> transcribe(audio -> {
            throw new TranscriptionFailedException("no answer", true).withOutcomeUnknown();
        }));
        assertThrows(IllegalStateException.class, () -> transcribe(audio -> {
            throw new IllegalStateException("a defect");
        }));
        new MeasuredConversationAnalyzer(new InMemoryConversationAnalyzer(), meters, ticker)
                .analyze(Transcript.of("hello"));
        assertThrows(AnalysisFailedException.class, () -> new MeasuredConversationAnalyzer(transcript -> {
            throw new AnalysisFailedException("away", true);
        }, meters, ticker).analyze(Transcript.of("hello")));
        assertAll(() -> assertEquals(1, calls("transcription", "ok")),
                () -> assertEquals(1, calls("transcription", "refused")),
                () -> assertEquals(2, calls("transcription", "failed")),
                () -> assertEquals(1, calls("transcription", "unknown")),
                () -> assertEquals(1, calls("analysis", "ok")), () -> assertEquals(0, calls("analysis", "refused")),
                () -> assertEquals(1, calls("analysis", "failed")),
                () -> assertEquals(5, sample("scripta_engine_seconds_count{stage=\"transcription\"}")),
                () -> assertEquals(2, sample("scripta_engine_seconds_count{stage=\"analysis\"}")));
    }

    private double calls(String stage, String result) {
        return sample("scripta_engine_calls_total{result=\"" + result + "\",stage=\"" + stage + "\"}");
    }

    private void transcribe(SpeechToText engine) {
        new MeasuredSpeechToText(engine, meters, ticker).transcribe(AUDIO);
    }
}
