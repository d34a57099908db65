package dev.scripta.core.tck;

import dev.scripta.core.memory.InMemorySpeechToText;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.model.Word;
import dev.scripta.core.port.SpeechToText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recordings whose bytes only the in-memory engine understands. */
final class KnownRecordings {

    static final String WORDS = "Guten Morgen, wie geht es Ihnen heute?";
    static final Duration DURATION = Duration.ofSeconds(3);
    static final byte[] SPEECH = "the sound of speech".getBytes(StandardCharsets.UTF_8);
    static final byte[] SILENCE = "the sound of silence".getBytes(StandardCharsets.UTF_8);
    static final byte[] NOISE = "the sound of rain".getBytes(StandardCharsets.UTF_8);

    private KnownRecordings() {}

    static SpeechToText engine() {
        Word last = new Word(Duration.ofSeconds(2), DURATION, "heute?");
        List<Segment> segments = List.of(new Segment(Duration.ZERO, Duration.ofSeconds(1), "Guten Morgen,"),
                new Segment(Duration.ofSeconds(1), DURATION, "wie geht es Ihnen heute?", List.of(last)));
        return new InMemorySpeechToText(Map.of(Sha256.of(SPEECH),
                new Transcript(WORDS, Optional.of("de"), segments, Optional.of("memory")), Sha256.of(SILENCE),
                Transcript.noSpeech("memory"), Sha256.of(NOISE), Transcript.noSpeech("memory")));
    }

    static AudioSource audio(byte[] bytes) {
        return new BytesAudio(bytes);
    }
}
