package dev.scripta.adapters.http;

import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.Progress;
import dev.scripta.core.port.SpeechToText;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleConsumer;

/** Lets the work on recordings go on stage by stage. */
final class Rehearsal {

    final Gate recognising = new Gate();
    final Gate analysing = new Gate();
    final Gate saving = new Gate();

    private final AtomicReference<Progress> progress = new AtomicReference<>(Progress.NONE);

    /** Tells how much the engine has recognised. */
    final DoubleConsumer heard = share -> progress.get().reached(share);

    Rehearsal(Backend backend) {
        SpeechToText engine = backend.engine;
        backend.engine = new SpeechToText() {
            @Override
            public Transcript transcribe(AudioSource audio) {
                throw new UnsupportedOperationException("asked without a progress");
            }

            @Override
            public Transcript transcribe(AudioSource audio, Progress told) {
                progress.set(told);
                recognising.pass();
                return engine.transcribe(audio);
            }
        };
        backend.analyzer = analysing.beforeAnalyzer(backend.analyzer);
        backend.beforeSave = saving::pass;
    }
}
