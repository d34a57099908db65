package dev.scripta.adapters.speech.clip;

import dev.scripta.adapters.speech.audio.AudioContract;
import dev.scripta.adapters.speech.audio.AudioDecoder;
import dev.scripta.adapters.speech.audio.AudioDecoderSettings;
import dev.scripta.core.model.Segment;
import dev.scripta.core.port.SpeechToText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class ClipwiseSpeechToTextTest extends AudioContract {

    @TempDir
    private static Path folder;

    private Optional<SpeechToText> engine = Optional.empty();

    @BeforeEach
    void start() {
        ListeningRecogniser recogniser = new ListeningRecogniser(ListeningRecogniser.WAV_ONLY)
                .answering(heard -> new Recognition(WORDS, heard.language(), spoken(heard.segments()), heard.heard(),
                        heard.call()));
        AudioDecoder decoder =
                new AudioDecoder(AudioDecoderSettings.in(folder).withMaxDuration(Duration.ofMinutes(1)));
        engine = Optional.of(new ClipwiseSpeechToText(decoder, recogniser,
                ClipwiseSettings.within(Duration.ofMinutes(1)), System::nanoTime));
    }

    private static List<Segment> spoken(List<Segment> heard) {
        return heard.isEmpty()
                ? heard
                : List.of(new Segment(heard.getFirst().start(), heard.getLast().end(), WORDS));
    }

    @Override
    public SpeechToText engine() {
        return engine.orElseThrow();
    }
}
