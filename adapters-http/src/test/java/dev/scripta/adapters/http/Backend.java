package dev.scripta.adapters.http;

import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.memory.InMemoryAccountRepository;
import dev.scripta.core.memory.InMemoryConversationAnalyzer;
import dev.scripta.core.memory.InMemoryConversationRepository;
import dev.scripta.core.memory.InMemoryRecordingJournal;
import dev.scripta.core.memory.InMemorySaveBacklog;
import dev.scripta.core.memory.InMemorySpeechToText;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.AccountRepository;
import dev.scripta.core.port.ConversationAnalyzer;
import dev.scripta.core.port.ConversationRepository;
import dev.scripta.core.port.Progress;
import dev.scripta.core.port.RecordingJournal;
import dev.scripta.core.port.SaveBacklog;
import dev.scripta.core.port.SpeechToText;
import dev.scripta.core.usecase.Accounts;
import dev.scripta.core.usecase.BrowseConversations;
import dev.scripta.core.usecase.Claims;
import dev.scripta.core.usecase.DrainBacklog;
import dev.scripta.core.usecase.DiscardRecording;
import dev.scripta.core.usecase.FollowRecordings;
import dev.scripta.core.usecase.OrderClock;
import dev.scripta.core.usecase.PreviewRecording;
import dev.scripta.core.usecase.ProcessRecording;
import dev.scripta.core.usecase.SaveAnalysis;
import dev.scripta.core.usecase.Stores;
import dev.scripta.core.usecase.SystemTicker;
import dev.scripta.core.usecase.WorkBoard;
import dev.scripta.core.usecase.WorkRules;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** What outlives a server: stores that can be away, and engines that count their calls and can be exchanged. */
final class Backend {

    static final byte[] SPEECH = "audio of somebody who speaks".getBytes(StandardCharsets.UTF_8);
    static final byte[] OTHER_SPEECH = "audio of somebody else".getBytes(StandardCharsets.UTF_8);
    static final byte[] SILENCE = "audio of nobody".getBytes(StandardCharsets.UTF_8);
    static final String WORDS = "first line\nsecond line";

    final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T07:26:25.474319Z"));
    final AtomicInteger recognitions = new AtomicInteger();
    final AtomicInteger analyses = new AtomicInteger();
    final SaveBacklog backlog;
    volatile boolean storeAway;
    volatile boolean conversationsAway;
    volatile boolean accountsAway;
    volatile boolean accountsBroken;
    volatile boolean savesRefused;
    volatile Runnable beforeSave = () -> {};
    volatile Runnable beforeClaim = () -> {};
    volatile SpeechToText engine = new InMemorySpeechToText(Map.of(
            Sha256.of(SPEECH), new Transcript(WORDS, Optional.of("en-US"), List.of(), Optional.of("in-memory")),
            Sha256.of(OTHER_SPEECH), Transcript.of("other words"),
            Sha256.of(SILENCE), Transcript.noSpeech("in-memory")));
    volatile ConversationAnalyzer analyzer = new InMemoryConversationAnalyzer();

    private final ConversationRepository conversations = sometimesAway(ConversationRepository.class,
            new InMemoryConversationRepository());
    private final RecordingJournal journal = sometimesAway(RecordingJournal.class, new InMemoryRecordingJournal(clock));

    final Accounts accounts = new Accounts(sometimesAway(AccountRepository.class, new InMemoryAccountRepository()),
            clock);

    Backend() {
        this(100);
    }

    Backend(int backlogEntries) {
        this.backlog = new InMemorySaveBacklog(backlogEntries);
    }

    /** The use cases of one process: each has claims and an order clock of its own. */
    UseCases process() {
        return process(WorkRules.DEFAULT);
    }

    UseCases process(WorkRules rules) {
        OrderClock orders = new OrderClock(clock);
        Claims claims = new Claims(journal, rules, new SystemTicker());
        SpeechToText countedEngine = new SpeechToText() {
            @Override
            public Transcript transcribe(AudioSource audio) {
                return transcribe(audio, Progress.NONE);
            }

            @Override
            public Transcript transcribe(AudioSource audio, Progress progress) {
                recognitions.incrementAndGet();
                return engine.transcribe(audio, progress);
            }
        };
        ConversationAnalyzer countedAnalyzer = transcript -> {
            analyses.incrementAndGet();
            return analyzer.analyze(transcript);
        };
        WorkBoard board = new WorkBoard();
        return new UseCases(
                new ProcessRecording(countedEngine, countedAnalyzer, stores(), claims, orders, new Random(1), board),
                new PreviewRecording(countedEngine, countedAnalyzer), new SaveAnalysis(stores(), orders),
                new BrowseConversations(stores()), new FollowRecordings(stores(), board),
                new DiscardRecording(stores()));
    }

    Stores stores() {
        return new Stores(conversations, journal, backlog);
    }

    void drain() {
        new DrainBacklog(stores(), new Claims(journal, WorkRules.DEFAULT, new SystemTicker())).drain();
    }

    private <T> T sometimesAway(Class<T> port, T store) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[]{port}, (proxy, call, args) -> {
            boolean saves = port == ConversationRepository.class && call.getName().equals("save");
            if (saves) {
                beforeSave.run();
            }
            if (call.getName().equals("claim")) {
                beforeClaim.run();
            }
            if (storeAway || (conversationsAway && port == ConversationRepository.class)
                    || (accountsAway && port == AccountRepository.class)) {
                throw new StorageFailedException("The store is away.", true);
            }
            if ((savesRefused && saves) || (accountsBroken && port == AccountRepository.class)) {
                throw new StorageFailedException("The store refuses.", false);
            }
            try {
                return call.invoke(store, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
