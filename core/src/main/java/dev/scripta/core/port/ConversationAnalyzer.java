package dev.scripta.core.port;

import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Transcript;

/**
 * Makes an analysis of a transcript.
 *
 * <p>
 * An adapter is right when it passes {@code ConversationAnalyzerContract} of the contract kit; the ids in brackets are the
 * rules tested there. It is thread-safe [A04] and tells nothing spoken in a message or a {@code toString} [A07]. Null is
 * refused with {@link NullPointerException} [A08].
 */
public interface ConversationAnalyzer {

    /**
     * Analyses what was said.
     *
     * @param transcript with speech, in any script, up to a megabyte [A01 to A03]; one without speech is answered with
     *            {@link Analysis#NONE}, for nothing may be invented [A05]
     * @return what was made of it; every store can keep it [A06]
     * @throws dev.scripta.core.error.AnalysisFailedException when the engine failed or its answer is no JSON object
     */
    Analysis analyze(Transcript transcript);
}
