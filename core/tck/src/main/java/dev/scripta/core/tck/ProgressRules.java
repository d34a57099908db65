package dev.scripta.core.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.Transcript;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How an engine tells how far it is. */
interface ProgressRules extends SpeechToTextRules {

    /** Whether the engine tells its progress on {@link #speech}: true asks for at least one call. No unless overridden. */
    boolean tellsProgress();

    /**
     * Shares lie between 0 and 1 and never fall, of speech and of silence; an engine that tells progress tells some of
     * speech, whatever is put around it.
     *
     * <p>
     * If this fails, check what a share is counted in, and for a decorator that swallows it.
     */
    @Test
    default void s17_shares_are_between_0_and_1_and_never_fall() {
        List<Double> shares = told(speech());
        assertTrue(!tellsProgress() || !shares.isEmpty(), "progress is told");
        assertRising(shares);
        assertRising(told(silence()));
    }

    /**
     * Who listens gets the same words as who does not.
     *
     * <p>
     * If this fails, check that both ways are one.
     */
    @Test
    default void s17_listening_changes_no_words() {
        Transcript alone = engine().transcribe(speech());
        Transcript heard = engine().transcribe(speech(), share -> {});
        assertTrue(WordErrorRate.of(alone.text(), heard.text()) <= tolerance(), "the same words");
        assertEquals(engine().transcribe(silence()).text(), engine().transcribe(silence(), share -> {}).text());
    }

    private List<Double> told(AudioSource audio) {
        List<Double> shares = Collections.synchronizedList(new ArrayList<>());
        engine().transcribe(audio, shares::add);
        return List.copyOf(shares);
    }

    private static void assertRising(List<Double> shares) {
        double last = 0;
        for (double share : shares) {
            assertTrue(share >= last && share <= 1, () -> "shares from 0 to 1, rising: " + shares);
            last = share;
        }
    }
}
