package dev.scripta.adapters.speech.whisper;

import dev.scripta.adapters.speech.audio.Pcm;
import dev.scripta.adapters.speech.audio.WavSamples;
import dev.scripta.adapters.speech.clip.Clip;
import dev.scripta.adapters.speech.clip.ClipRecogniser;
import dev.scripta.adapters.speech.clip.ClipRequest;
import dev.scripta.adapters.speech.clip.Recognition;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.EngineCall;
import dev.scripta.core.model.EngineLimits;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * Recognises speech by whisper.cpp in this process. A call cannot be stopped: whoever is interrupted or has no patience
 * left goes away at once, and what was begun, of at most half a minute of audio, ends behind them. Thread-safe.
 */
public final class WhisperRecogniser implements ClipRecogniser, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(WhisperRecogniser.class.getName());
    private static final Duration LONGEST = Duration.ofSeconds(30);
    /** Another rate's rounding must not refuse a clip that is just as long as allowed. */
    private static final Duration READABLE = LONGEST.plusSeconds(1);
    private static final Duration TEST_PATIENCE = Duration.ofMinutes(10);

    private final ModelFile file;
    private final WhisperSettings settings;
    private final StatePool states;

    private WhisperRecogniser(ModelFile file, WhisperSettings settings, SpeechModel model) {
        this.file = file;
        this.settings = settings;
        this.states = new StatePool(model, settings.workers());
    }

    /**
     * Checks and loads the model and has it recognise a spoken clip: seconds, for large models a minute.
     *
     * @throws IllegalArgumentException when the model cannot be used; the message names the file and what to do
     * @throws IllegalStateException when whisper.cpp cannot work on this machine; the message says why
     */
    public static WhisperRecogniser open(WhisperSettings settings) {
        ModelFile file = ModelFile.check(settings.model(), settings.digest());
        return open(file, settings, NativeModel::load);
    }

    static WhisperRecogniser open(ModelFile file, WhisperSettings settings, Function<WhisperSettings,
            SpeechModel> loader) {
        if (!file.multilingual()) {
            demandEnglish(settings);
        }
        WhisperRecogniser recogniser = new WhisperRecogniser(file, settings, loader.apply(settings));
        if (!recogniser.passesTest()) {
            throw new IllegalArgumentException("the model file " + file.path()
                    + " heard no word in a clip of clear speech;"
                    + " get it again, as ggml-*.bin of the whisper.cpp project");
        }
        LOG.log(System.Logger.Level.INFO, "whisper.cpp works with {0}", file.path());
        return recogniser;
    }

    private static void demandEnglish(WhisperSettings settings) {
        if (settings.translate() || settings.language()
                .filter(code -> !code.equals(WhisperLanguages.ENGLISH))
                .isPresent()) {
            throw new IllegalArgumentException("the model file " + settings.model()
                    + " knows English alone; leave language"
                    + " and translation unset, or take a multilingual model (without .en in its name)");
        }
    }

    /** Whether it hears a word; closed if not. */
    private boolean passesTest() {
        boolean passed = false;
        try {
            passed = hearsWords();
            return passed;
        } catch (TranscriptionFailedException e) {
            throw new IllegalStateException("whisper.cpp failed on a clip of clear speech with the model file "
                    + file.path(), e);
        } finally {
            if (!passed) {
                close();
            }
        }
    }

    private boolean hearsWords() {
        try {
            float[] clip = SpokenClip.samples();
            return !recognise(() -> clip, Pcm.duration(clip.length), "", TEST_PATIENCE).segments().isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public String engine() {
        return "whisper.cpp (" + file.name() + ")";
    }

    @Override
    public EngineLimits limits() {
        Set<String> languages = file.multilingual() ? WhisperLanguages.ALL : Set.of(WhisperLanguages.ENGLISH);
        return new EngineLimits(OptionalLong.empty(), Optional.of(LONGEST), Set.of("wav"), languages, true);
    }

    @Override
    public Recognition recognise(ClipRequest request) throws InterruptedException {
        Clip clip = request.clip();
        Heard heard = recognise(() -> WavSamples.read(clip.file(), READABLE), clip.duration(), request.preceding()
                .orElse(""),
                request.patience());
        EngineCall call = EngineCall.of(engine()).ofModel(file.identity()).withAudio(clip.duration());
        return new Recognition(heard.text(), language(), heard.segments(), Optional.empty(), call);
    }

    private Heard recognise(Sound sound, Duration audio, String preceding, Duration patience)
            throws InterruptedException {
        return Heard.of(states.recognise(sound, Words.preceding(preceding), patience), audio);
    }

    /** The language is not told when the model found it by itself: the library does not hand it out. */
    private Optional<String> language() {
        return settings.translate() || !file.multilingual()
                ? Optional.of(WhisperLanguages.ENGLISH)
                : settings.language();
    }

    /** Refuses further calls; the memory is freed when the last call that was begun has returned. */
    @Override
    public void close() {
        states.close();
    }
}
