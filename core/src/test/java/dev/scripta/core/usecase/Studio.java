package dev.scripta.core.usecase;

import dev.scripta.core.memory.InMemoryConversationAnalyzer;
import dev.scripta.core.memory.InMemoryConversationRepository;
import dev.scripta.core.memory.InMemoryRecordingJournal;
import dev.scripta.core.memory.InMemorySaveBacklog;
import dev.scripta.core.memory.InMemorySpeechToText;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.Recording;
import dev.scripta.core.model.Segment;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.ConversationAnalyzer;
import dev.scripta.core.port.ConversationRepository;
import dev.scripta.core.port.RecordingJournal;
import dev.scripta.core.port.SaveBacklog;
import dev.scripta.core.port.SpeechToText;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** In-memory ports, a clock, and three recordings that the engine knows. */
final class Studio {

    static final String MORNING = "Good morning.\nHow are you?";
    static final String EVENING = "Good evening.";

    static final Recording MORNING_RECORDING = recording("morning");
    static final Recording EVENING_RECORDING = recording("evening");
    static final Recording SILENT_RECORDING = recording("silence");
    static final ConversationKey KEY = MORNING_RECORDING.key();

    final SettableClock wall = new SettableClock(Instant.parse("2024-05-06T12:00:00Z"));
    final OrderClock orders = new OrderClock(wall);
    final ConversationRepository repository = new InMemoryConversationRepository();
    final RecordingJournal journal = new InMemoryRecordingJournal(wall);
    final WorkBoard board = new WorkBoard();
    SaveBacklog backlog = new InMemorySaveBacklog(10);
    final SpeechToText engine = new InMemorySpeechToText(Map.of(MORNING_RECORDING.digest(), spoken(MORNING),
            EVENING_RECORDING.digest(), spoken(EVENING), SILENT_RECORDING.digest(), Transcript.noSpeech("memory")));
    final ConversationAnalyzer analyzer = new InMemoryConversationAnalyzer();

    ProcessRecording processRecording() {
        return processRecording(engine, analyzer, repository);
    }

    ProcessRecording processRecording(SpeechToText otherEngine, ConversationAnalyzer otherAnalyzer,
            ConversationRepository otherRepository) {
        return processRecording(otherEngine, otherAnalyzer, otherRepository, WorkRules.DEFAULT);
    }

    /** Waits for nobody: whoever would have to is told at once. */
    ProcessRecording impatientProcessRecording(SpeechToText otherEngine) {
        return processRecording(otherEngine, analyzer, repository, WorkRules.DEFAULT.withPatience(Duration.ZERO));
    }

    private ProcessRecording processRecording(SpeechToText otherEngine, ConversationAnalyzer otherAnalyzer,
            ConversationRepository otherRepository, WorkRules rules) {
        Stores stores = new Stores(otherRepository, journal, backlog);
        Claims claims = new Claims(journal, rules, new SystemTicker());
        return new ProcessRecording(otherEngine, otherAnalyzer, stores, claims, orders, new SplittableRandom(1),
                board);
    }

    Stores stores() {
        return new Stores(repository, journal, backlog);
    }

    SaveAnalysis saveAnalysis() {
        return new SaveAnalysis(stores(), orders);
    }

    /** What the engine and the analyzer make of these words. */
    Content contentOf(String words) {
        return new Content(spoken(words), analyzer.analyze(spoken(words)));
    }

    private static Transcript spoken(String words) {
        return new Transcript(words, Optional.of("en"),
                List.of(new Segment(Duration.ZERO, Duration.ofSeconds(2), words)), Optional.of("memory"));
    }

    private static Recording recording(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return new Recording(new ConversationKey(new OwnerId("anna"), new SessionId("session-1")), new AudioSource() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        }, Sha256.of(bytes));
    }
}
