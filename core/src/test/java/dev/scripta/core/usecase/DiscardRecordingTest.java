package dev.scripta.core.usecase;

import static dev.scripta.core.usecase.Studio.KEY;
import static dev.scripta.core.usecase.Studio.MORNING_RECORDING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.port.SpeechToText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What came to nothing can be forgotten, and nothing else. */
final class DiscardRecordingTest {

    private static final RecordingKey RECORDING = new RecordingKey(KEY, MORNING_RECORDING.digest());

    private final Studio studio = new Studio();
    private final DiscardRecording discard = new DiscardRecording(studio.stores());
    private final FollowRecordings follow = new FollowRecordings(studio.stores(), studio.board);

    @Test
    void what_failed_is_forgotten_and_can_be_sent_again() {
        SpeechToText broken = audio -> {
            throw new TranscriptionFailedException("Broken.", false);
        };
        assertThrows(TranscriptionFailedException.class,
                () -> studio.processRecording(broken, studio.analyzer, studio.repository).process(MORNING_RECORDING));
        assertEquals(1, follow.open(KEY.owner(), 10).size());
        assertFalse(discard.discard(new RecordingKey(new ConversationKey(new OwnerId("boris"), KEY.session()),
                RECORDING.audio())), "it is not theirs");
        assertTrue(discard.discard(RECORDING));
        assertEquals(List.of(), follow.open(KEY.owner(), 10));
        assertEquals(Optional.empty(), follow.status(RECORDING));
        studio.processRecording().process(MORNING_RECORDING);
        assertEquals(Step.DONE, follow.status(RECORDING).orElseThrow().step());
    }

    @Test
    void what_became_a_conversation_stays() {
        studio.processRecording().process(MORNING_RECORDING);
        assertFalse(discard.discard(RECORDING));
        assertEquals(Step.DONE, follow.status(RECORDING).orElseThrow().step());
    }
}
