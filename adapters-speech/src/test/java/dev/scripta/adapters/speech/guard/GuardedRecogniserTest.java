package dev.scripta.adapters.speech.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.scripta.adapters.speech.audio.AudioFormat;
import dev.scripta.adapters.speech.clip.Clip;
import dev.scripta.adapters.speech.clip.ClipRecogniser;
import dev.scripta.adapters.speech.clip.ClipRequest;
import dev.scripta.adapters.speech.clip.Recognition;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.EngineCall;
import dev.scripta.core.model.EngineLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class GuardedRecogniserTest {

    private static final Duration STATED = Duration.ofSeconds(5);
    private static final ClipRequest REQUEST =
            new ClipRequest(new Clip(Path.of("clip.wav"), AudioFormat.WAV, Duration.ofSeconds(3)),
                    Optional.of("so far"), Duration.ofMinutes(1));
    private static final Recognition ANSWER =
            new Recognition("words", Optional.empty(), List.of(), Optional.empty(), EngineCall.of("engine"));

    private final List<ClipRequest> seen = new ArrayList<>();
    private final FakeTicker ticker = new FakeTicker();
    private final ClipRecogniser guarded = new GuardedRecogniser(new BusyOnce(),
            EngineGuard.ofTranscription(GuardSettings.defaults(), ticker, new Random(1)));

    @Test
    void a_repeated_request_is_the_same_but_for_the_time_that_is_left() throws Exception {
        assertSame(ANSWER, guarded.recognise(REQUEST));
        Duration left = REQUEST.patience().minus(ticker.pauses().get(0));
        assertEquals(List.of(REQUEST, new ClipRequest(REQUEST.clip(), REQUEST.preceding(), left)), seen);
    }

    @Test
    void name_and_limits_are_the_engines() {
        assertEquals("engine", guarded.engine());
        assertSame(EngineLimits.NONE, guarded.limits());
    }

    private final class BusyOnce implements ClipRecogniser {

        @Override
        public String engine() {
            return "engine";
        }

        @Override
        public EngineLimits limits() {
            return EngineLimits.NONE;
        }

        @Override
        public Recognition recognise(ClipRequest request) {
            seen.add(request);
            if (seen.size() == 1) {
                throw new TranscriptionFailedException("busy", true).after(STATED);
            }
            return ANSWER;
        }
    }
}
