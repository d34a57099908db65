package dev.scripta.core.usecase;

import dev.scripta.core.error.ScriptaException;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.Recording;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.ConversationAnalyzer;
import dev.scripta.core.port.ConversationRepository;
import dev.scripta.core.port.SpeechToText;
import java.util.Objects;

/** Turns a recording into the session's conversation: recognise, analyse, save. Thread-safe. */
public final class ProcessRecording {

    private final SpeechToText speechToText;
    private final ConversationAnalyzer analyzer;
    private final ConversationRepository conversations;
    private final OrderClock orders;

    /** The use case over these ports; {@code orders} is shared with {@link SaveAnalysis}. */
    public ProcessRecording(SpeechToText speechToText, ConversationAnalyzer analyzer,
            ConversationRepository conversations, OrderClock orders) {
        this.speechToText = Objects.requireNonNull(speechToText, "speechToText");
        this.analyzer = Objects.requireNonNull(analyzer, "analyzer");
        this.conversations = Objects.requireNonNull(conversations, "conversations");
        this.orders = Objects.requireNonNull(orders, "orders");
    }

    /**
     * Processes one recording. The order is given here, at acceptance: a recording that takes long never overwrites one
     * that was accepted after it. A recording without speech is answered but not saved, so that an accidental silence
     * cannot replace words.
     *
     * @throws dev.scripta.core.error.RecordingRefusedException when the audio cannot be used
     * @throws dev.scripta.core.error.TranscriptionFailedException when recognition failed
     * @throws dev.scripta.core.error.AnalysisFailedException when the analysis failed
     * @throws dev.scripta.core.error.StorageFailedException when the store failed
     */
    public ProcessedRecording process(Recording recording) {
        ConversationKey key = recording.key();
        try {
            Order order = orders.next(conversations.head(key));
            Transcript transcript = speechToText.transcribe(recording.audio());
            if (!transcript.hasSpeech()) {
                return new ProcessedRecording(new Content(transcript, Analysis.NONE), SaveResult.SKIPPED);
            }
            Content content = new Content(transcript, analyzer.analyze(transcript));
            return new ProcessedRecording(content,
                    conversations.save(SaveRequest.of(key, content, order, orders.now())));
        } catch (ScriptaException failure) {
            throw failure.in(key.session());
        }
    }
}
