package dev.scripta.core.tck;

import static dev.scripta.core.tck.Broken.rule;

import dev.scripta.core.error.AnalysisFailedException;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.ConversationAnalyzer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

/** Analyzers with one mistake each, around the in-memory one. */
final class BrokenAnalyzers {

    private static final int LONG = 100_000;
    private static final int CUT = 1_000;

    static final List<Broken<UnaryOperator<Pair>>> ALL = List.of(
            rule("A01 A02 A03 A04", "says nothing", analyzer(right -> transcript -> {
                right.analyze(transcript);
                return Analysis.NONE;
            })),
            rule("A02", "knows only scripts from left to right", analyzer(right -> transcript -> {
                if (transcript.text().codePoints().anyMatch(BrokenAnalyzers::isRightToLeft)) {
                    throw new AnalysisFailedException("unsupported script", false);
                }
                return right.analyze(transcript);
            })),
            rule("A03", "refuses long text", analyzer(right -> transcript -> {
                if (transcript.text().length() > LONG) {
                    throw new AnalysisFailedException("too long", false);
                }
                return right.analyze(transcript);
            })),
            rule("A03", "takes for ever for long text", analyzer(right -> transcript -> {
                if (transcript.text().length() > LONG) {
                    never();
                }
                return right.analyze(transcript);
            })),
            rule("A04", "works on the last transcript it was given", analyzer(SharedState::new)),
            rule("A05", "analyses silence", analyzer(right -> transcript -> transcript.hasSpeech()
                    ? right.analyze(transcript)
                    : new Analysis(JsonObject.of("summary", "A friendly talk.")))),
            rule("A06", "cuts characters in half", analyzer(right -> transcript -> right.analyze(
                    Transcript.of(transcript.text().length() > LONG || transcript.text().length() < CUT
                            ? transcript.text()
                            : transcript.text().substring(0, CUT))))),
            rule("A07", "tells the last words", analyzer(LastWords::new)),
            rule("A07", "repeats the words in a failure", right -> new Pair(right.analyzer(), transcript -> {
                throw new AnalysisFailedException("No answer for: " + transcript.text(), true);
            })),
            rule("A08", "takes null for silence", analyzer(right -> transcript -> Optional.ofNullable(transcript)
                    .map(right::analyze)
                    .orElse(Analysis.NONE))));

    private BrokenAnalyzers() {}

    /** An analyzer, and one of its kind that fails. */
    record Pair(ConversationAnalyzer analyzer, ConversationAnalyzer failing) {}

    /** A twin whose calls share the transcript. */
    private static final class SharedState implements ConversationAnalyzer {

        private final ConversationAnalyzer right;
        private final Gate gate = new Gate(ConversationAnalyzerRules.THREADS);
        private volatile Transcript last = Transcript.of("");

        SharedState(ConversationAnalyzer right) {
            this.right = right;
        }

        @Override
        public Analysis analyze(Transcript transcript) {
            last = transcript;
            gate.meet();
            return right.analyze(last);
        }
    }

    /** A twin that keeps a transcript where it is printed. */
    private static final class LastWords implements ConversationAnalyzer {

        private final ConversationAnalyzer right;
        private volatile String words = "";

        LastWords(ConversationAnalyzer right) {
            this.right = right;
        }

        @Override
        public Analysis analyze(Transcript transcript) {
            words = transcript.text();
            return right.analyze(transcript);
        }

        @Override
        public String toString() {
            return "LastWords[" + words + "]";
        }
    }

    private static UnaryOperator<Pair> analyzer(UnaryOperator<ConversationAnalyzer> change) {
        return right -> new Pair(change.apply(right.analyzer()), right.failing());
    }

    private static boolean isRightToLeft(int character) {
        byte direction = Character.getDirectionality(character);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private static void never() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            throw new AnalysisFailedException("interrupted", true, interrupted);
        }
    }
}
