package dev.scripta.core.tck;

import static dev.scripta.core.tck.Broken.rule;

import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.EngineLimits;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.Progress;
import dev.scripta.core.port.SpeechToText;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Engines that tell wrong how far they are. */
final class BrokenProgress {

    static final List<Broken<UnaryOperator<SpeechToText>>> ALL = List.of(
            rule("S17", "swallows the progress of the engine within",
                    right -> telling(right, (audio, progress) -> right.transcribe(audio, share -> {}))),
            rule("S17", "counts in percents", right -> telling(right,
                    (audio, progress) -> right.transcribe(audio, share -> progress.reached(share * 100)))),
            rule("S17", "begins anew for each clip", right -> telling(right, (audio, progress) -> {
                progress.reached(1);
                progress.reached(0.5);
                return right.transcribe(audio, progress);
            })),
            rule("S17", "counts from beyond the beginning", right -> telling(right, (audio, progress) -> {
                progress.reached(-0.1);
                return right.transcribe(audio, progress);
            })),
            rule("S17", "does not know what is done when nothing is to do", right -> telling(right,
                    (audio, progress) -> {
                        progress.reached(0.0 / audio.size() / (right.transcribe(audio).hasSpeech() ? 1 : 0));
                        return right.transcribe(audio, progress);
                    })),
            rule("S17", "hears less while it tells", right -> telling(right,
                    (audio, progress) -> {
                        Transcript heard = right.transcribe(audio, progress);
                        return Changed.text(heard, heard.text().replace("Morgen", ""));
                    })),
            rule("S12", "takes nobody for somebody who does not care", right -> careless(right,
                    (audio, progress) -> Progress.class.isInstance(progress)
                            ? right.transcribe(audio, progress)
                            : right.transcribe(audio))));

    private BrokenProgress() {}

    private static SpeechToText telling(SpeechToText right, BiFunction<AudioSource, Progress, Transcript> told) {
        return careless(right, (audio, progress) -> told.apply(audio, Objects.requireNonNull(progress)));
    }

    private static SpeechToText careless(SpeechToText right, BiFunction<AudioSource, Progress, Transcript> told) {
        return new SpeechToText() {
            @Override
            public Transcript transcribe(AudioSource audio) {
                return right.transcribe(audio);
            }

            @Override
            public Transcript transcribe(AudioSource audio, Progress progress) {
                return told.apply(audio, progress);
            }

            @Override
            public EngineLimits limits() {
                return right.limits();
            }
        };
    }
}
