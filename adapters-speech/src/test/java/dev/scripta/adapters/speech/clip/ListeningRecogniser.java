package dev.scripta.adapters.speech.clip;

import dev.scripta.adapters.speech.audio.AudioFormat;
import dev.scripta.core.error.RecordingRefusedException;
import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.model.EngineCall;
import dev.scripta.core.model.EngineLimits;
import dev.scripta.core.model.Segment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * An engine that hears when somebody speaks, by energy and not by the code under test, and "recognises" it as the time at
 * which it was said. It refuses what is beyond its limits, counting what is around the file as servers do. Thread-safe.
 */
final class ListeningRecogniser implements ClipRecogniser {

    static final EngineLimits WAV_ONLY = limits(Long.MAX_VALUE, Duration.ofDays(1), "wav");

    private static final int AROUND_THE_FILE = 2 * 1024;

    /** What it was asked, in order. */
    final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final EngineLimits limits;
    private volatile Answering answering = recognition -> recognition;

    ListeningRecogniser(EngineLimits limits) {
        this.limits = limits;
    }

    static EngineLimits limits(long bytes, Duration duration, String... formats) {
        return new EngineLimits(OptionalLong.of(bytes), Optional.of(duration), Set.of(formats),
                Set.of("en"), true);
    }

    /** Changes its answers from now on. */
    ListeningRecogniser answering(Answering change) {
        this.answering = change;
        return this;
    }

    @Override
    public String engine() {
        return "listener";
    }

    @Override
    public EngineLimits limits() {
        return limits;
    }

    @Override
    public Recognition recognise(ClipRequest request) throws InterruptedException {
        Clip clip = request.clip();
        try {
            long bytes = Files.size(clip.file());
            WavSound sound = clip.format() == AudioFormat.WAV ? WavSound.of(clip.file()) : WavSound.SILENT;
            Duration duration = clip.format() == AudioFormat.WAV ? sound.duration() : clip.duration();
            asked.add(new Asked(request, bytes, sound, duration));
            if (bytes + AROUND_THE_FILE > limits.bytes().orElseThrow()
                    || duration.compareTo(limits.duration().orElseThrow()) > 0) {
                throw new RecordingRefusedException(Reason.TOO_LONG, "beyond the limits");
            }
            List<Segment> segments = sound.utterances();
            String text = segments.stream().map(Segment::text).collect(Collectors.joining(" "));
            return answering.change(new Recognition(text, Optional.of("en"), segments, Optional.of(duration),
                    EngineCall.of("listener").withAudio(duration)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What becomes of an answer. */
    interface Answering {
        Recognition change(Recognition heard) throws InterruptedException;
    }

    static Answering segments(UnaryOperator<List<Segment>> change) {
        return heard -> new Recognition(heard.text(), heard.language(), change.apply(heard.segments()), heard.heard(),
                heard.call());
    }

    static Recognition text(String words, Recognition heard) {
        return new Recognition(words, heard.language(), List.of(), heard.heard(), heard.call());
    }

    /**
     * A request, and what was found in its file.
     *
     * @param sound the samples, where it was WAV
     */
    record Asked(ClipRequest request, long bytes, WavSound sound, Duration duration) {}
}
