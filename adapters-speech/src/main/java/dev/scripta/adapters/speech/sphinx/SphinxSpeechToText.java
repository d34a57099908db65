package dev.scripta.adapters.speech.sphinx;

import dev.scripta.adapters.speech.audio.AudioDecoder;
import dev.scripta.adapters.speech.audio.Pcm;
import dev.scripta.adapters.speech.audio.SpeechSegment;
import dev.scripta.adapters.speech.clip.Coverage;
import dev.scripta.adapters.speech.clip.SpeechProgress;
import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.EngineCall;
import dev.scripta.core.model.EngineLimits;
import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.Progress;
import dev.scripta.core.port.SpeechToText;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Recognises US English by CMU Sphinx-4, in this JVM and without any network: the basic offline engine. It writes lower
 * case without punctuation, from a closed vocabulary of 72,354 words; good for clear, close speech, poor for noise.
 * Each utterance is a segment and a line of the text; utterances without words are told as gaps. Thread-safe.
 *
 * <p>
 * The work is done in platform threads of its own: it would starve virtual threads of their carriers.
 */
public final class SphinxSpeechToText implements SpeechToText, AutoCloseable {

    /** The engine's name in transcripts, with a word for readers about how far to trust it. */
    public static final String ENGINE = "sphinx4-5prealpha-en-us (basic offline engine)";

    private static final System.Logger LOG = System.getLogger(SphinxSpeechToText.class.getName());
    private static final String LANGUAGE = "en-US";

    private final AudioDecoder decoder;
    private final SphinxSettings settings;
    private final Supplier<Recogniser> models;
    private final RecogniserPool recognisers;
    private final AtomicBoolean told = new AtomicBoolean();
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().name("speech-", 0).factory());

    /** Whether the engine can work. */
    public enum Status {
        /** The models are being loaded; recordings wait. */
        WARMING,
        /** Recordings are recognised at once, or as soon as a worker is free. */
        READY,
        /** The models could not be loaded: every recording fails. */
        FAILED
    }

    /** The engine; it loads its models when it is told to warm up, or for the first recording. */
    public SphinxSpeechToText(AudioDecoder decoder, SphinxSettings settings) {
        this(decoder, settings, Recogniser::warm);
    }

    /** The engine that loads its models so. */
    SphinxSpeechToText(AudioDecoder decoder, SphinxSettings settings, Supplier<Recogniser> models) {
        this.decoder = Objects.requireNonNull(decoder, "decoder");
        this.settings = Objects.requireNonNull(settings, "settings");
        this.models = models;
        this.recognisers = new RecogniserPool(settings.workers());
    }

    /** Begins to load the models in the background, unless that was done before; recordings wait for it. */
    public void warmUp() {
        if (!told.getAndSet(true)) {
            threads.execute(this::load);
        }
    }

    private void load() {
        LOG.log(System.Logger.Level.INFO, "the recogniser is warming up");
        recognisers.load(models);
        LOG.log(System.Logger.Level.INFO, "the recogniser is {0}", status().name().toLowerCase(Locale.ROOT));
    }

    /** Whether the engine can work, for health checks; never blocks. */
    public Status status() {
        return recognisers.status();
    }

    @Override
    public Transcript transcribe(AudioSource audio) {
        return transcribe(audio, Progress.NONE);
    }

    @Override
    public Transcript transcribe(AudioSource audio, Progress progress) {
        Objects.requireNonNull(audio, "audio");
        Objects.requireNonNull(progress, "progress");
        Future<Transcript> work = begin(audio, progress);
        try {
            return work.get(settings.timeLimit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (TimeoutException e) {
            throw new TranscriptionFailedException("Recognising the recording took too long.", true, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped(e);
        } finally {
            work.cancel(true);
        }
    }

    @Override
    public EngineLimits limits() {
        return new EngineLimits(OptionalLong.empty(), Optional.of(decoder.maxDuration()), EngineLimits.ALL_FORMATS,
                Set.of(LANGUAGE), true);
    }

    /** Stops all work, within a stretch of speech or so; callers that wait get a retryable failure. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private Future<Transcript> begin(AudioSource audio, Progress progress) {
        try {
            warmUp();
            return threads.submit(() -> recognise(audio, progress));
        } catch (RejectedExecutionException e) {
            throw stopped(e);
        }
    }

    private Transcript recognise(AudioSource audio, Progress progress)
            throws IOException, InterruptedException, ExecutionException {
        try (Pcm pcm = decoder.decode(audio)) {
            List<SpeechSegment> speech = pcm.speech();
            long samples = speech.stream().mapToLong(SpeechSegment::length).sum();
            Lanes lanes = new Lanes(recognisers, pcm, speech, new SpeechProgress(progress, samples));
            lanes.run(threads, settings.workers());
            return transcript(lanes.segments(), speech, EngineCall.of(ENGINE).withAudio(pcm.duration()));
        }
    }

    private static Transcript transcript(List<Segment> segments, List<SpeechSegment> speech, EngineCall call) {
        if (segments.isEmpty()) {
            return Transcript.noSpeech(ENGINE);
        }
        String text = segments.stream().map(Segment::text).collect(Collectors.joining("\n"));
        return new Transcript(text, Optional.of(LANGUAGE), segments, Optional.of(ENGINE), Coverage.gaps(speech,
                segments, List.of()), List.of(call));
    }

    /** What a failure of the work means, however many threads handed it on. */
    private static ScriptaException failure(Throwable failure) {
        return switch (failure) {
            case ExecutionException e -> failure(Objects.requireNonNull(e.getCause()));
            case ScriptaException ours -> ours;
            case InterruptedException e -> stopped(e);
            case RejectedExecutionException e -> stopped(e);
            case IOException e ->
                    new TranscriptionFailedException("The recording could not be read at the moment.", true, e);
            default ->
                    new TranscriptionFailedException("The speech engine failed on this recording.", false, failure);
        };
    }

    private static TranscriptionFailedException stopped(Exception cause) {
        return new TranscriptionFailedException("Recognition was stopped.", true, cause);
    }
}
