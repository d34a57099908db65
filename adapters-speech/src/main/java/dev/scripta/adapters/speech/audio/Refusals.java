package dev.scripta.adapters.speech.audio;

import dev.scripta.core.error.RecordingRefusedException;
import dev.scripta.core.error.RecordingRefusedException.Reason;
import java.time.Duration;

/** The words in which audio is refused: what is wrong and what to send instead. */
final class Refusals {

    private static final String SEND = "Send WAV, WebM, Ogg, MP4/M4A, MP3, FLAC or AAC audio.";

    private Refusals() {}

    static RecordingRefusedException empty() {
        return new RecordingRefusedException(Reason.EMPTY, "The recording is empty: no audio arrived.");
    }

    static RecordingRefusedException withoutAudio() {
        return new RecordingRefusedException(Reason.EMPTY, "The recording is empty: its file has no sound in it.");
    }

    static RecordingRefusedException unsupported() {
        return new RecordingRefusedException(Reason.UNSUPPORTED_FORMAT, "This is no audio that can be read. " + SEND);
    }

    static RecordingRefusedException unsupported(String what) {
        return new RecordingRefusedException(Reason.UNSUPPORTED_FORMAT, what + " " + SEND);
    }

    static RecordingRefusedException unreadable(AudioFormat format) {
        return new RecordingRefusedException(Reason.UNREADABLE,
                "The recording starts like " + format.label() + " audio, but is damaged. Record or export it again.");
    }

    static RecordingRefusedException tooLong(Duration limit) {
        return new RecordingRefusedException(Reason.TOO_LONG, "The recording is longer than the allowed "
                + limit.toMinutes() + " minutes. Send it in parts.");
    }
}
