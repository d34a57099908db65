package dev.scripta.adapters.speech.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.adapters.speech.audio.Audio;
import dev.scripta.core.model.EngineCall;
import dev.scripta.core.model.EngineLimits;
import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Transcript;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent, and what is not. */
final class ClipwiseLimitsTest {

    private static final long ANY_SIZE = Long.MAX_VALUE;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration TWENTY = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @AfterEach
    void nothing_is_left() throws IOException {
        assertEquals(0, engine(ListeningRecogniser.WAV_ONLY).files());
    }

    @ParameterizedTest
    @ValueSource(strings = {"silence-5s.wav", "pinknoise-5s.wav"})
    void without_speech_nothing_is_paid(String name) throws IOException {
        Clipwise clipwise = engine(ListeningRecogniser.WAV_ONLY);
        assertEquals(Transcript.noSpeech("listener"), clipwise.transcribe(Audio.file(name)));
        assertEquals(List.of(), clipwise.recogniser.asked);
    }

    @Test
    void short_recording_is_one_clip_without_the_silence_around_it() throws IOException {
        Clipwise clipwise = engine(ListeningRecogniser.WAV_ONLY);
        Transcript transcript = clipwise.transcribe(Audio.file("stereo-44k-s24.wav"));
        assertEquals(1, clipwise.recogniser.asked.size());
        ListeningRecogniser.Asked asked = clipwise.recogniser.asked.get(0);
        assertEquals(asked.request().clip().duration(), asked.duration());
        assertTrue(asked.duration().compareTo(Duration.ofMillis(4_200)) < 0, asked::toString);
        assertEquals(Optional.empty(), asked.request().preceding());
        assertEquals(List.of(EngineCall.of("listener").withAudio(asked.duration())), transcript.calls());
        assertEquals(Optional.of("en"), transcript.language());
        assertTrue(transcript.isComplete());
    }

    @Test
    void clips_keep_any_limit_of_bytes_and_of_time_and_lose_nothing() throws IOException {
        List<Duration> onsets = onsets(engine(ListeningRecogniser.WAV_ONLY).transcribe(call()));
        assertEquals(15, onsets.size());
        Random random = new Random(25);
        for (int round = 0; round < 30; round++) {
            long bytes = random.nextBoolean() ? ANY_SIZE : 710_000 + random.nextInt(1_400_000);
            Duration duration = random.nextBoolean() ? DAY : TWENTY.plusMillis(random.nextInt(50_000));
            Clipwise clipwise = engine(ListeningRecogniser.limits(bytes, duration, "wav"));
            Transcript transcript = clipwise.transcribe(call());
            assertEquals(onsets.size(), transcript.segments().size());
            for (int i = 0; i < onsets.size(); i++) {
                Duration off = transcript.segments().get(i).start().minus(onsets.get(i)).abs();
                assertTrue(off.toMillis() <= 10, "frames begin elsewhere, times do not");
            }
            assertEquals(clipwise.recogniser.asked.size(), transcript.calls().size());
            assertEquals(List.of(), transcript.gaps());
        }
    }

    @Test
    void each_clip_comes_with_the_words_before_it_and_is_alone_on_the_disk() throws IOException {
        ListeningRecogniser recogniser = new ListeningRecogniser(ListeningRecogniser.limits(ANY_SIZE, TWENTY, "wav"));
        Clipwise clipwise = new Clipwise(folder, recogniser);
        recogniser.answering(heard -> {
            assertFiles(2, clipwise);
            return ListeningRecogniser.text("clip " + recogniser.asked.size(), heard);
        });
        Transcript transcript = clipwise.transcribe(call());
        assertEquals("clip 1\nclip 2\nclip 3\nclip 4", transcript.text());
        assertEquals(List.of(Optional.empty(), Optional.of("clip 1"), Optional.of("clip 1\nclip 2"), Optional.of(
                "clip 1\nclip 2\nclip 3")), recogniser.asked.stream()
                        .map(asked -> asked.request().preceding())
                        .toList());
        assertEquals(4, transcript.segments().size(), "clips without times are segments");
    }

    @Test
    void words_that_an_engine_left_out_are_gaps() throws IOException {
        ListeningRecogniser lazy = new ListeningRecogniser(ListeningRecogniser.WAV_ONLY)
                .answering(ListeningRecogniser.segments(all -> all.subList(0, all.size() - 3)));
        Transcript transcript = new Clipwise(folder, lazy).transcribe(call());
        assertFalse(transcript.isComplete());
        assertEquals(1, transcript.gaps().size());
        Duration lastWord = transcript.segments().get(11).end();
        assertTrue(transcript.gaps().get(0).start().compareTo(lastWord) >= 0);
        assertEquals(62, transcript.gaps().get(0).end().toSeconds());

        ListeningRecogniser deaf = new ListeningRecogniser(ListeningRecogniser.WAV_ONLY)
                .answering(heard -> ListeningRecogniser.text("", heard));
        Transcript nothing = new Clipwise(folder, deaf).transcribe(call());
        assertFalse(nothing.hasSpeech());
        assertEquals(1, nothing.gaps().size());
        assertEquals(1, nothing.calls().size(), "it was paid nevertheless");
    }

    @Test
    void engine_that_cannot_take_a_stretch_of_speech_is_refused_at_once() {
        for (EngineLimits limits : List.of(ListeningRecogniser.limits(705_000, DAY, "wav"),
                ListeningRecogniser.limits(ANY_SIZE, TWENTY.minusMillis(1), "wav"),
                ListeningRecogniser.limits(ANY_SIZE, DAY, "mp3", "webm"))) {
            assertThrows(IllegalArgumentException.class, () -> engine(limits), limits::toString);
        }
    }

    @Test
    void any_recording_that_can_be_decoded_is_taken() {
        EngineLimits limits = engine(ListeningRecogniser.limits(1_000_000, TWENTY, "wav")).engine.limits();
        assertEquals(new EngineLimits(OptionalLong.empty(), Optional.of(Duration.ofHours(4)), EngineLimits.ALL_FORMATS,
                Set.of("en"), true), limits);
    }

    private Clipwise engine(EngineLimits limits) {
        return new Clipwise(folder, new ListeningRecogniser(limits));
    }

    private static Path call() {
        return Audio.sample("conversation-60s.wav");
    }

    private static List<Duration> onsets(Transcript transcript) {
        return transcript.segments().stream().map(Segment::start).toList();
    }

    private static void assertFiles(int count, Clipwise clipwise) {
        try {
            assertEquals(count, clipwise.files(), "the samples, and the clip");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
