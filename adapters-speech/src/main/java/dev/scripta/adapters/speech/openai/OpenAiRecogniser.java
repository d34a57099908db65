package dev.scripta.adapters.speech.openai;

import dev.scripta.adapters.speech.clip.ClipRecogniser;
import dev.scripta.adapters.speech.clip.ClipRequest;
import dev.scripta.adapters.speech.clip.Recognition;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.EngineLimits;
import dev.scripta.core.usecase.Ticker;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Recognises clips by one call each of an OpenAI-compatible server. Times come from models that give them; a server that
 * refuses to is asked again at once without, and never for them again. Thread-safe.
 */
public final class OpenAiRecogniser implements ClipRecogniser, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(OpenAiRecogniser.class.getName());

    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;

    private final OpenAiSettings settings;
    private final RandomGenerator random;
    private final Ticker ticker;
    private final Transport transport;
    private final AnswerReader reader;
    private volatile boolean timed;

    /**
     * A recogniser; nothing is called yet.
     *
     * @param random for boundaries, a thread-safe one
     */
    public OpenAiRecogniser(OpenAiSettings settings, RandomGenerator random, Ticker ticker) {
        this.settings = settings;
        this.random = Objects.requireNonNull(random, "random");
        this.ticker = ticker;
        this.transport = new Transport(ticker);
        this.reader = new AnswerReader(settings, engine());
        this.timed = settings.givesTimes();
    }

    /** {@code openai:} and the model. */
    @Override
    public String engine() {
        return "openai:" + settings.model();
    }

    @Override
    public EngineLimits limits() {
        return settings.limits();
    }

    @Override
    public Recognition recognise(ClipRequest request) throws InterruptedException {
        Duration patience = request.patience().compareTo(settings.timeout()) < 0
                ? request.patience()
                : settings.timeout();
        long start = ticker.nanoTime();
        boolean withTimes = timed;
        Answer answer = answer(request, withTimes, patience);
        if (withTimes && refusesTimes(answer)) {
            timed = false;
            Duration left = patience.minusNanos(ticker.nanoTime() - start);
            if (!left.isPositive()) {
                throw new TranscriptionFailedException("The speech engine did not answer in time.", true);
            }
            answer = answer(request, false, left);
        }
        if (!answer.isSuccess()) {
            ServerError error = error(answer, request);
            LOG.log(System.Logger.Level.WARNING, "The speech engine answered {0}: {1}", answer.status(), error.words());
            throw Refusals.of(answer, error);
        }
        int status = answer.status();
        return reader.read(answer, request.clip().duration())
                .orElseThrow(() -> new TranscriptionFailedException("The speech engine's answer is no transcript.",
                        false,
                        new ServerWordsException(status, "no transcript")));
    }

    /** Cuts all connections. */
    @Override
    public void close() {
        transport.close();
    }

    private Answer answer(ClipRequest request, boolean withTimes, Duration patience) throws InterruptedException {
        TranscriptionForm form = new TranscriptionForm(settings, random);
        HttpRequest.Builder http = HttpRequest.newBuilder(settings.server().endpoint(settings.task()))
                .header("Accept", "application/json")
                .header("Content-Type", form.type());
        settings.server().key().ifPresent(key -> http.header("Authorization", "Bearer " + key));
        try {
            return transport.answer(http, form.of(request, withTimes), patience);
        } catch (FileNotFoundException e) {
            throw new TranscriptionFailedException("The recording cannot be read at the moment.", true, e);
        }
    }

    private static boolean refusesTimes(Answer answer) {
        return (answer.status() == BAD_REQUEST || answer.status() == UNPROCESSABLE)
                && ServerError.of(answer.body(), List.of())
                        .says("response_format", "verbose_json",
                                "timestamp_granularities");
    }

    private ServerError error(Answer answer, ClipRequest request) {
        return ServerError.of(answer.body(), Stream.of(settings.server().key(), settings.prompt(), request.preceding()
                .map(TranscriptionForm::sent))
                .flatMap(Optional::stream)
                .filter(text -> !text.isBlank())
                .toList());
    }
}
