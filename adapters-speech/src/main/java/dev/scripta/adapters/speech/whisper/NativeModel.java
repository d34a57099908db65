package dev.scripta.adapters.speech.whisper;

import io.github.givimad.whisperjni.WhisperContext;
import io.github.givimad.whisperjni.WhisperContextParams;
import io.github.givimad.whisperjni.WhisperJNI;
import java.io.IOException;
import java.util.Optional;

/** A model in whisper.cpp. Thread-safe. */
final class NativeModel implements SpeechModel {

    private final WhisperJNI library;
    private final WhisperContext context;
    private final WhisperSettings settings;

    private NativeModel(WhisperJNI library, WhisperContext context, WhisperSettings settings) {
        this.library = library;
        this.context = context;
        this.settings = settings;
    }

    /**
     * Loads the model, and the library the first time.
     *
     * @param settings whose model was checked: over others the library may end the process
     * @throws IllegalArgumentException when the library refuses the model
     * @throws IllegalStateException when the library cannot be loaded; the message says what to do
     */
    static NativeModel load(WhisperSettings settings) {
        return NativeLock.alone(() -> {
            try {
                return new NativeModel(library(), settings);
            } catch (IOException e) {
                throw new IllegalStateException("whisper.cpp cannot be loaded: its library could not be unpacked to "
                        + System.getProperty("java.io.tmpdir") + "; make room there or set java.io.tmpdir", e);
            } catch (LinkageError e) {
                throw new IllegalStateException(
                        "whisper.cpp cannot be loaded: on Linux it needs glibc 2.29, libgomp (package"
                                + " libgomp1) and a folder for temporary files from which programs may run", e);
            }
        });
    }

    private NativeModel(WhisperJNI library, WhisperSettings settings) throws IOException {
        this(library, Optional.ofNullable(library.initNoState(settings.model(), onProcessor()))
                .orElseThrow(() -> new IllegalArgumentException("the model file " + settings.model()
                        + " is refused by whisper.cpp 1.7.1; take another ggml-*.bin file")), settings);
    }

    private static WhisperJNI library() throws IOException {
        WhisperJNI.loadLibrary();
        // Otherwise it writes to the standard error stream, also what was said.
        WhisperJNI.setLibraryLogger(null);
        return new WhisperJNI();
    }

    private static WhisperContextParams onProcessor() {
        WhisperContextParams params = new WhisperContextParams();
        params.useGPU = false;
        return params;
    }

    @Override
    public ModelState newState() {
        return new NativeState(library, context, settings);
    }

    @Override
    public void close() {
        NativeLock.alone(context::close);
    }
}
