package dev.scripta.core.usecase;

import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.Content;
import dev.scripta.core.port.ConversationAnalyzer;
import dev.scripta.core.port.Progress;
import dev.scripta.core.port.SpeechToText;

/**
 * Recognises and analyses a recording of somebody who has no conversations here, such as a guest. It knows no store: nothing
 * is kept, and the same recording sent again is paid for again. Thread-safe.
 */
public final class PreviewRecording {

    private final PaidStages stages;

    /** The use case over these engines. */
    public PreviewRecording(SpeechToText speechToText, ConversationAnalyzer analyzer) {
        this.stages = new PaidStages(speechToText, analyzer);
    }

    /**
     * What the recording holds; of one without speech, an empty transcript and analysis.
     *
     * @throws dev.scripta.core.error.RecordingRefusedException when the audio cannot be used
     * @throws dev.scripta.core.error.TranscriptionFailedException when recognition failed
     * @throws dev.scripta.core.error.AnalysisFailedException when the analysis failed
     */
    public Content preview(AudioSource audio) {
        return stages.analyze(stages.transcribe(audio, Progress.NONE));
    }
}
