package dev.scripta.core.tck;

import static dev.scripta.core.tck.Broken.rule;

import dev.scripta.core.error.RecordingRefusedException;
import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.SpeechToText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Engines with one mistake each, around the in-memory one. */
final class BrokenEngines {

    static final List<Broken<UnaryOperator<SpeechToText>>> ALL = List.of(
            rule("S01 S04 S14", "hears other words", heard(right -> transcript(right.text().replace("Morgen", "Abend"),
                    right))),
            rule("S02", "does not tell its name", heard(right -> new Transcript(right.text(), right.language(),
                    right.segments(), Optional.empty()))),
            rule("S03", "counts time in other units", heard(right -> new Transcript(right.text(), right.language(),
                    right.segments().stream().map(BrokenEngines::tenfold).toList(), right.engine()))),
            rule("S04", "believes file names", right -> audio -> {
                if (audio.file().filter(file -> file.toString().endsWith(".txt")).isPresent()) {
                    throw new RecordingRefusedException(Reason.UNSUPPORTED_FORMAT, "Text is no audio.");
                }
                return right.transcribe(audio);
            }),
            rule("S01 S02 S03 S04 S05 S06 S08 S09 S10 S11 S13 S14 S15 S16 S17", "wants a file", right -> audio -> {
                if (audio.file().isEmpty()) {
                    throw new RecordingRefusedException(Reason.UNREADABLE, "A file is needed.");
                }
                return right.transcribe(audio);
            }),
            rule("S05", "invents words for silence",
                    heard(right -> right.hasSpeech() ? right : transcript("Thank you for watching.", right))),
            rule("S06", "takes nothing for silence",
                    right -> audio -> audio.size() == 0 ? Transcript.noSpeech("twin") : right.transcribe(audio)),
            rule("S06", "tells no reason for nothing", right -> audio -> {
                if (audio.size() == 0) {
                    throw new RecordingRefusedException(Reason.UNREADABLE, "The recording cannot be read.");
                }
                return right.transcribe(audio);
            }),
            rule("S07", "takes what it cannot read for silence", right -> audio -> {
                try {
                    return right.transcribe(audio);
                } catch (RecordingRefusedException refused) {
                    if (refused.reason() == Reason.EMPTY) {
                        throw refused;
                    }
                    return Transcript.noSpeech("twin");
                }
            }),
            rule("S07", "follows playlists", right -> audio -> first(audio, 200).contains("ffconcat")
                    ? right.transcribe(KnownRecordings.audio(KnownRecordings.SPEECH))
                    : right.transcribe(audio)),
            rule("S08", "works on the last recording it was given", SharedState::new),
            rule("S09", "leaves a stream open", right -> audio -> {
                openAndForget(audio);
                return right.transcribe(audio);
            }),
            rule("S10", "refuses what it cannot read now", right -> audio -> {
                try {
                    return right.transcribe(audio);
                } catch (TranscriptionFailedException failed) {
                    throw new RecordingRefusedException(Reason.UNREADABLE, "The recording cannot be read.");
                }
            }),
            rule("S10", "gives up what it cannot read now", right -> audio -> {
                try {
                    return right.transcribe(audio);
                } catch (TranscriptionFailedException failed) {
                    throw new TranscriptionFailedException("The recording cannot be read.", false);
                }
            }),
            rule("S10 S11", "lets a vendor's exception through", right -> audio -> {
                try {
                    return right.transcribe(audio);
                } catch (TranscriptionFailedException failed) {
                    throw new UncheckedIOException(new IOException(failed));
                }
            }),
            rule("S11", "repeats the bytes it refuses", right -> audio -> {
                try {
                    return right.transcribe(audio);
                } catch (RecordingRefusedException refused) {
                    throw new RecordingRefusedException(refused.reason(), "Not audio: " + first(audio, 200));
                }
            }),
            rule("S11", "repeats what the system says", right -> audio -> {
                try {
                    return right.transcribe(audio);
                } catch (TranscriptionFailedException failed) {
                    throw new TranscriptionFailedException("Failed: " + failed.getCause(), true, failed);
                }
            }),
            rule("S11", "tells the last words", LastWords::new),
            rule("S12", "takes null for silence", right -> audio -> Optional.ofNullable(audio)
                    .map(right::transcribe)
                    .orElse(Transcript.noSpeech("twin"))));

    private BrokenEngines() {}

    /** A twin whose calls share the audio. */
    private static final class SharedState implements SpeechToText {

        private final SpeechToText right;
        private final Gate gate = new Gate(RecognitionRules.THREADS);
        private volatile AudioSource last = KnownRecordings.audio(KnownRecordings.NOISE);

        SharedState(SpeechToText right) {
            this.right = right;
        }

        @Override
        public Transcript transcribe(AudioSource audio) {
            last = Objects.requireNonNull(audio);
            gate.meet();
            return right.transcribe(last);
        }
    }

    /** A twin that keeps a transcript where it is printed. */
    private static final class LastWords implements SpeechToText {

        private final SpeechToText right;
        private volatile String words = "";

        LastWords(SpeechToText right) {
            this.right = right;
        }

        @Override
        public Transcript transcribe(AudioSource audio) {
            Transcript transcript = right.transcribe(audio);
            words = transcript.text();
            return transcript;
        }

        @Override
        public String toString() {
            return "LastWords[" + words + "]";
        }
    }

    private static UnaryOperator<SpeechToText> heard(UnaryOperator<Transcript> change) {
        return right -> audio -> change.apply(right.transcribe(audio));
    }

    private static Transcript transcript(String text, Transcript right) {
        return new Transcript(text, right.language(), right.segments(), right.engine());
    }

    private static Segment tenfold(Segment segment) {
        return new Segment(segment.start().multipliedBy(10), segment.end().multipliedBy(10), segment.text());
    }

    private static String first(AudioSource audio, int bytes) {
        try (var in = audio.open()) {
            return new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new TranscriptionFailedException("The recording could not be read.", true, e);
        }
    }

    @SuppressWarnings("resource") // the leak is the point
    private static void openAndForget(AudioSource audio) {
        try {
            audio.open();
        } catch (IOException e) {
            throw new TranscriptionFailedException("The recording could not be read.", true, e);
        }
    }
}
