package dev.scripta.core.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.scripta.core.error.AnalysisFailedException;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.ConversationAnalyzer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every analyzer does. */
interface ConversationAnalyzerRules {

    /** How many transcripts are analysed at once. */
    int THREADS = 4;

    /** Stands in a transcript, and may not stand in a message or a toString. */
    String MARKER = "vertraulich4711";

    /** The analyzer under test; called afresh for each use. */
    ConversationAnalyzer analyzer();

    /** An analyzer of the same kind whose engine is away or answers nonsense; empty skips its rule. */
    Optional<ConversationAnalyzer> failingAnalyzer();

    /** Whether equal transcripts always get equal analyses; no unless overridden. */
    boolean deterministic();

    /** How long a transcript of a megabyte may take; a minute unless overridden. */
    Duration timeLimit();

    /**
     * The analysis of speech says something.
     *
     * <p>
     * If this fails, check that the engine's answer is read at all.
     */
    @Test
    default void a01_analysis_of_speech_has_members() {
        assertAnalysed("Good morning. The invoice of Monday is wrong, please correct it. Thank you.");
    }

    /**
     * Text of all scripts is analysed.
     *
     * <p>
     * If this fails, check encodings, and patterns that know only Latin letters.
     */
    @Test
    default void a02_all_scripts_are_analysed() {
        SampleTexts.SCRIPTS.stream().filter(text -> Transcript.of(text).hasSpeech()).forEach(this::assertAnalysed);
    }

    /**
     * A megabyte is analysed within the time limit.
     *
     * <p>
     * If this fails, check for steps whose time grows with the square of the length, and how long text is split or cut.
     */
    @Test
    default void a03_one_megabyte_is_analysed_in_time() {
        String sentence = "The patient slept well and asks for the results. ";
        assertTimeoutPreemptively(timeLimit(), () -> assertAnalysed(sentence.repeat((1 << 20) / sentence.length())));
    }

    /**
     * Several transcripts at once get what each gets alone; without {@link #deterministic}, they get something.
     *
     * <p>
     * If this fails, check for state of the engine that calls share.
     */
    @Test
    default void a04_several_at_once_give_the_same_as_one_by_one() throws Exception {
        List<Transcript> transcripts = IntStream.range(0, THREADS)
                .mapToObj(i -> Transcript.of("We meet again. ".repeat(i + 1)))
                .toList();
        List<Analysis> alone = transcripts.stream().map(analyzer()::analyze).toList();
        List<Analysis> together = AtOnce.all(THREADS, i -> () -> analyzer().analyze(transcripts.get(i)));
        together.forEach(analysis -> assertNotEquals(Analysis.NONE, analysis));
        if (deterministic()) {
            assertEquals(alone.stream().map(analysis -> analysis.json().toJson()).toList(),
                    together.stream().map(analysis -> analysis.json().toJson()).toList());
        }
    }

    /**
     * Nothing is invented where nothing was said.
     *
     * <p>
     * If this fails, check that speech is asked for before the engine is.
     */
    @Test
    default void a05_no_speech_has_no_analysis() {
        for (String blank : List.of("", " ", " \n\t\u2003")) {
            assertEquals(Analysis.NONE, analyzer().analyze(Transcript.of(blank)));
        }
        assertEquals(Analysis.NONE, analyzer().analyze(Transcript.noSpeech("engine")));
    }

    /**
     * Every analysis can be stored, also where the text is cut: no half characters. (Depth and NUL are checked by the model
     * at birth, where a failure would be this rule's, too.)
     *
     * <p>
     * If this fails, check for cuts at UTF-16 units instead of characters.
     */
    @Test
    default void a06_analysis_is_storable_wherever_text_is_cut() {
        for (String prefix : List.of("", "x")) {
            Transcript transcript = Transcript.of(prefix + "\ud83d\ude00".repeat(20_000));
            new Content(transcript, analyzer().analyze(transcript)).fingerprint();
        }
    }

    /**
     * What was said is repeated in no toString.
     *
     * <p>
     * If this fails, check for records among the adapter's fields.
     */
    @Test
    default void a07_nothing_spoken_is_told() {
        ConversationAnalyzer analyzer = analyzer();
        assertNotTold(analyzer.analyze(Transcript.of("Good morning, " + MARKER + ".")).toString());
        assertNotTold(analyzer.toString());
    }

    /**
     * What was said is repeated in no message. Skipped without an analyzer that fails.
     *
     * <p>
     * If this fails, check that messages are constant and that the engine's answer stays in the cause.
     */
    @Test
    default void a07_nothing_spoken_is_told_in_failures() {
        assumeTrue(failingAnalyzer().isPresent(), "needs an analyzer that fails");
        Transcript transcript = Transcript.of("Good morning, " + MARKER + ".");
        assertNotTold(assertThrows(AnalysisFailedException.class,
                () -> failingAnalyzer().orElseThrow().analyze(transcript)).toString());
    }

    /**
     * Null is a programmer's mistake.
     *
     * <p>
     * If this fails, check that the argument is required before it is used.
     */
    @Test
    @SuppressWarnings("NullAway") // null is what this rule is about
    default void a08_null_is_refused() {
        assertThrows(NullPointerException.class, () -> analyzer().analyze(null));
    }

    private void assertAnalysed(String text) {
        Analysis analysis = analyzer().analyze(Transcript.of(text));
        assertNotEquals(Analysis.NONE, analysis, () -> "no members for a text of " + text.length() + " characters");
    }

    private static void assertNotTold(String told) {
        assertFalse(told.contains(MARKER), told);
    }
}
