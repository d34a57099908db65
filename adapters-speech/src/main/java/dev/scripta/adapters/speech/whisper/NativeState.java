package dev.scripta.adapters.speech.whisper;

import dev.scripta.adapters.speech.audio.Pcm;
import io.github.givimad.whisperjni.WhisperContext;
import io.github.givimad.whisperjni.WhisperFullParams;
import io.github.givimad.whisperjni.WhisperJNI;
import io.github.givimad.whisperjni.WhisperSamplingStrategy;
import io.github.givimad.whisperjni.WhisperState;
import dev.scripta.core.error.TranscriptionFailedException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A state in whisper.cpp. */
final class NativeState implements ModelState {

    /** What whisper.cpp's own program takes, and OpenAI's. */
    private static final int BEAMS = 5;
    /** The call's result when memory ran out; the library has freed the state by then. */
    private static final int STATE_IS_FREED = -7;

    /** The library passes over what is not longer than a second. */
    private static final int LEAST_SAMPLES = Pcm.SAMPLE_RATE * 5 / 4;

    private final WhisperJNI library;
    private final WhisperContext context;
    private final WhisperSettings settings;
    private Optional<WhisperState> state;

    NativeState(WhisperJNI library, WhisperContext context, WhisperSettings settings) {
        this.library = library;
        this.context = context;
        this.settings = settings;
        this.state = Optional.of(create());
    }

    private WhisperState create() {
        return NativeLock.alone(() -> Optional.ofNullable(library.initState(context))
                .orElseThrow(() -> new IllegalStateException(
                        "whisper.cpp found no memory to work in; take fewer workers or"
                                + " a smaller model than " + settings.model())));
    }

    private WhisperState createAgain() {
        try {
            return create();
        } catch (IllegalStateException e) {
            throw new TranscriptionFailedException("whisper.cpp has no memory to work in at the moment.", true, e);
        }
    }

    @Override
    public List<Utterance> recognise(float[] samples, String preceding) {
        WhisperState current = state.orElseGet(this::createAgain);
        state = Optional.of(current);
        return NativeLock.shared(() -> recognise(current, samples, preceding));
    }

    private List<Utterance> recognise(WhisperState current, float[] samples, String preceding) {
        float[] enough = Arrays.copyOf(samples, Math.max(samples.length, LEAST_SAMPLES));
        int result = library.fullWithState(context, current, params(preceding), enough, enough.length);
        if (result == STATE_IS_FREED) {
            state = Optional.empty();
            throw new TranscriptionFailedException("whisper.cpp had no memory to work in.", true);
        }
        if (result != 0) {
            throw new IllegalStateException("whisper.cpp failed with " + result);
        }
        return IntStream.range(0, library.fullNSegmentsFromState(current))
                .mapToObj(i -> new Utterance(library.fullGetSegmentTimestamp0FromState(current, i),
                        library.fullGetSegmentTimestamp1FromState(current, i),
                        library.fullGetSegmentTextFromState(current, i)))
                .toList();
    }

    private WhisperFullParams params(String preceding) {
        WhisperFullParams params = new WhisperFullParams(WhisperSamplingStrategy.BEAN_SEARCH);
        params.beamSearchBeamSize = BEAMS;
        params.nThreads = settings.threads();
        // Models that know English alone do not look at it.
        params.language = settings.language().orElse("auto");
        params.translate = settings.translate();
        params.noContext = true;
        params.initialPrompt = preceding;
        // As OpenAI's program: otherwise silence becomes words like [BLANK_AUDIO].
        params.suppressNonSpeechTokens = true;
        params.printProgress = false;
        params.printTimestamps = false;
        return params;
    }

    @Override
    public void close() {
        state.ifPresent(present -> NativeLock.alone(present::close));
        state = Optional.empty();
    }
}
