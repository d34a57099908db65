package dev.scripta.core.usecase;

import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.ConversationRepository;
import dev.scripta.core.port.RecordingJournal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One process on a studio's stores: engines that count, a way to the stores that a test can cut, a time of its own. */
final class Instance {

    static final WorkRules RULES = new WorkRules(Duration.ofSeconds(30), Duration.ofSeconds(60), 4,
            new Backoff(Duration.ofMillis(250), Duration.ofSeconds(2)),
            new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(5)), Duration.ofHours(1));

    final ManualTicker ticker;
    final Stores stores;
    final Claims claims;
    final WorkBoard board = new WorkBoard();
    final ProcessRecording process;
    final SaveAnalysis save;
    final DrainBacklog drain;
    final AtomicInteger transcriptions = new AtomicInteger();
    final AtomicInteger analyses = new AtomicInteger();

    /** Every call to the stores, by name. */
    final List<String> calls = Collections.synchronizedList(new ArrayList<>());

    private final Map<String, StorageFailedException> failing = new HashMap<>();
    private final Map<String, Runnable> replies = new HashMap<>();
    private Consumer<AudioSource> whileTranscribing = audio -> {};
    private Consumer<Transcript> whileAnalysing = transcript -> {};

    Instance(Studio studio) {
        this(studio, RULES);
    }

    Instance(Studio studio, WorkRules rules) {
        ticker = new ManualTicker(studio.wall);
        stores = new Stores(
                Intercepted.port(ConversationRepository.class, studio.repository, this::before, this::after),
                Intercepted.port(RecordingJournal.class, studio.journal, this::before, this::after), studio.backlog);
        claims = new Claims(stores.journal(), rules, ticker);
        process = new ProcessRecording(audio -> transcribe(studio, audio), text -> analyze(studio, text), stores,
                claims, studio.orders, new SplittableRandom(1), board);
        save = new SaveAnalysis(stores, studio.orders);
        drain = new DrainBacklog(stores, claims);
    }

    /** Cuts the way to the stores, for these calls or for all. */
    void cut(String... names) {
        StorageFailedException away = new StorageFailedException("The store is away.", true);
        List.of(names.length == 0 ? ALL : names).forEach(name -> failing.put(name, away));
    }

    /** Lets the stores refuse these calls for good. */
    void refuse(String... names) {
        List.of(names).forEach(name -> failing.put(name, new StorageFailedException("The store refuses.", false)));
    }

    void heal() {
        failing.clear();
        replies.clear();
    }

    /** Does this once, after the store did what this call asked and before the answer arrives. */
    void onReply(String name, Runnable happens) {
        replies.put(name, happens);
    }

    void whileTranscribing(Consumer<AudioSource> happens) {
        whileTranscribing = happens;
    }

    void whileAnalysing(Consumer<Transcript> happens) {
        whileAnalysing = happens;
    }

    private static final String[] ALL = {"save", "head", "find", "claim", "renew", "checkpoint", "complete", "postpone",
            "refuse", "orderOf", "forget"};

    private void before(String name) {
        calls.add(name);
        if (failing.containsKey(name)) {
            throw failing.get(name);
        }
    }

    private void after(String name) {
        Runnable happens = replies.remove(name);
        if (happens != null) {
            happens.run();
        }
    }

    private Transcript transcribe(Studio studio, AudioSource audio) {
        transcriptions.incrementAndGet();
        whileTranscribing.accept(audio);
        return studio.engine.transcribe(audio);
    }

    private Analysis analyze(Studio studio, Transcript transcript) {
        analyses.incrementAndGet();
        whileAnalysing.accept(transcript);
        return studio.analyzer.analyze(transcript);
    }
}
