package dev.scripta.core.tck;

import static dev.scripta.core.tck.Broken.rule;

import dev.scripta.core.error.RecordingRefusedException;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.EngineCall;
import dev.scripta.core.model.EngineLimits;
import dev.scripta.core.model.Gap;
import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.model.Word;
import dev.scripta.core.port.SpeechToText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Engines with one mistake each in what they declare, promise or count. */
final class BrokenLimits {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration LATE = Duration.ofSeconds(60);

    static final List<Broken<UnaryOperator<SpeechToText>>> ALL = List.of(
            rule("S13", "declares other limits every time", Moody::new),
            rule("S13", "does not keep to its own bound", right -> declaring(Optional.of(LONGEST), true, right)),
            rule("S13", "takes what is too long for silence", right -> declaring(Optional.of(LONGEST), true, audio -> {
                try {
                    return right.transcribe(audio);
                } catch (RecordingRefusedException refused) {
                    if (audio instanceof SilentWav) {
                        return Transcript.noSpeech("twin");
                    }
                    throw refused;
                }
            })),
            rule("S14", "promises times and gives none", heard(right -> changed(right, List.of()))),
            rule("S14", "gives times without a promise", right -> declaring(Optional.empty(), false, right)),
            rule("S14", "loses words on the way into segments",
                    heard(right -> changed(right, right.segments().stream().skip(1).toList()))),
            rule("S15", "counts words from elsewhere",
                    heard(right -> changed(right, right.segments().stream().map(BrokenLimits::late).toList()))),
            rule("S15", "counts gaps from elsewhere",
                    heard(right -> told(right, List.of(new Gap(LATE, LATE.plusSeconds(1))), List.of()))),
            rule("S15", "tells gaps in disorder", heard(right -> told(right, List.of(gap(1_500), gap(1_000)), List
                    .of()))),
            rule("S16", "pays for silence",
                    heard(right -> told(right, List.of(), List.of(EngineCall.of("memory"))))));

    private BrokenLimits() {}

    /** An engine that has a number for its limits. */
    private static final class Moody implements SpeechToText {

        private final SpeechToText right;
        private final AtomicInteger calls = new AtomicInteger();

        Moody(SpeechToText right) {
            this.right = right;
        }

        @Override
        public Transcript transcribe(AudioSource audio) {
            return right.transcribe(audio);
        }

        @Override
        public EngineLimits limits() {
            return limitsOf(Optional.empty(), Set.of("x-" + calls.incrementAndGet()), true);
        }
    }

    private static SpeechToText declaring(Optional<Duration> longest, boolean timestamps, SpeechToText engine) {
        return new SpeechToText() {
            @Override
            public Transcript transcribe(AudioSource audio) {
                return engine.transcribe(audio);
            }

            @Override
            public EngineLimits limits() {
                return limitsOf(longest, Set.of("de"), timestamps);
            }
        };
    }

    private static EngineLimits limitsOf(Optional<Duration> longest, Set<String> languages, boolean timestamps) {
        return new EngineLimits(OptionalLong.empty(), longest, EngineLimits.ALL_FORMATS, languages, timestamps);
    }

    private static UnaryOperator<SpeechToText> heard(UnaryOperator<Transcript> change) {
        return right -> audio -> change.apply(right.transcribe(audio));
    }

    private static Transcript changed(Transcript right, List<Segment> segments) {
        return new Transcript(right.text(), right.language(), segments, right.engine());
    }

    private static Transcript told(Transcript right, List<Gap> gaps, List<EngineCall> calls) {
        return new Transcript(right.text(), right.language(), right.segments(), right.engine(), gaps, calls);
    }

    private static Gap gap(long startMillis) {
        return new Gap(Duration.ofMillis(startMillis), Duration.ofMillis(startMillis + 100));
    }

    private static Segment late(Segment segment) {
        return new Segment(segment.start(), segment.end(), segment.text(),
                segment.words().stream().map(word -> new Word(LATE, LATE, word.text())).toList());
    }
}
